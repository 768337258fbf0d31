namespace Earshot.Web.Texts;

/// <summary>Sign-in and people.</summary>
public readonly struct AccountTexts(Wording w)
{
    public string SignIn => w.Say("Sign in", "Вход");

    public string SignInButton => w.Say("Sign in", "Войти");

    public string Email => w.Say("E-mail", "Почта");

    public string Password => w.Say("Password", "Пароль");

    public string NewPassword => w.Say("New password", "Новый пароль");

    public string PasswordHint => w.Say("At least 12 characters. A few words make a good one.", "Не короче 12 знаков. Хорошо подходят несколько слов.");

    public string Name => w.Say("Name", "Имя");

    public string WrongPassword => w.Say("E-mail or password is wrong.", "Почта или пароль неверны.");

    public string Locked => w.Say("Too many tries. Wait 15 minutes and try again.", "Слишком много попыток. Подождите 15 минут.");

    public string DoorTitle => w.Say("Hear every call. Keep none.", "Услышать каждый звонок. Не хранить ни одного.");

    public string DoorText => w.Say(
        "Names and numbers are removed before analysis. Recordings are destroyed with a receipt. Every score shows its words.",
        "Имена и номера удаляются до анализа. Записи уничтожаются с квитанцией. За каждой оценкой стоят слова.");

    public string WelcomeTitle => w.Say("Welcome to Earshot", "Добро пожаловать в Earshot");

    public string WelcomeText => w.Say("Choose a password and you are in.", "Придумайте пароль, и можно начинать.");

    public string Begin => w.Say("Set the password", "Задать пароль");

    public string LinkSpent => w.Say(
        "This link was used or has expired. Ask whoever sent it for a new one.",
        "Ссылка уже использована или устарела. Попросите новую у того, кто её прислал.");

    public string SecondFactor => w.Say("One more step", "Ещё один шаг");

    public string SecondFactorText => w.Say("Enter the code of your authenticator, or a recovery code.", "Введите код из приложения или резервный код.");

    public string Code => w.Say("Code", "Код");

    public string IAccept => w.Say("I accept the terms and the processing of my data.", "Принимаю условия и даю согласие на обработку моих данных.");

    public string ReadTerms => w.Say("Read the terms", "Прочитать условия");

    public string Team => w.Say("Team", "Команда");

    public string People => w.Say("People", "Пользователи");

    public string Agents => w.Say("Agents", "Сотрудники");

    public string Departments => w.Say("Departments", "Отделы");

    public string Invitations => w.Say("Invitations", "Приглашения");

    public string Invite => w.Say("Invite", "Пригласить");

    public string InviteText => w.Say(
        "You get a link to pass on; it works once, for a week.",
        "Вы получите ссылку, которую можно передать; она действует один раз, неделю.");

    public string InviteLink => w.Say("Link for the invited person (shown once)", "Ссылка для приглашённого (показывается один раз)");

    public string Role => w.Say("Role", "Роль");

    public string Revoke => w.Say("Revoke", "Отозвать");

    public string Deactivate => w.Say("Deactivate", "Отключить");

    public string Archive => w.Say("Archive", "В архив");

    public string Expires => w.Say("Valid until", "Действует до");

    public string Department => w.Say("Department", "Отдел");

    public string NewDepartment => w.Say("New department", "Новый отдел");

    public string NewAgent => w.Say("New agent", "Новый сотрудник");

    public string ExternalId => w.Say("Id in your telephony", "Номер в телефонии");

    public string ExternalIdHint => w.Say("So that calls find their agent by themselves.", "Чтобы звонки сами находили сотрудника.");

    public string NoAgents => w.Say("No agents yet. Add those who talk to customers.", "Сотрудников пока нет. Добавьте тех, кто говорит с клиентами.");

    public string NoDepartments => w.Say("No departments yet.", "Отделов пока нет.");

    public string NoInvitations => w.Say("No open invitations.", "Открытых приглашений нет.");

    public string LastSeen => w.Say("Last seen", "Был");

    public string RoleName(string role) => role.ToLowerInvariant() switch
    {
        "auditor" => w.Say("Auditor", "Аудитор"),
        "owner" => w.Say("Owner", "Владелец"),
        "admin" => w.Say("Administrator", "Администратор"),
        "supervisor" => w.Say("Supervisor", "Супервизор"),
        "agent" => w.Say("Agent", "Сотрудник"),
        "privacyofficer" or "privacy_officer" or "privacy-officer" => w.Say("Privacy officer", "Ответственный за данные"),
        "integrator" => w.Say("Integrator", "Интегратор"),
        _ => role,
    };
}
