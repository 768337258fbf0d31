namespace Earshot.Web.Texts;

/// <summary>How a person signs in, and from where.</summary>
public readonly struct SecurityTexts(Wording w)
{
    public string Title => w.Say("Sign-in and security", "Вход и безопасность");

    public string Tab => w.Say("Security", "Безопасность");

    public string MustEnrol => w.Say(
        "Your organization asks everybody for a second factor. Set one up below; everything else opens right after.",
        "Организация требует второй фактор от всех. Настройте его ниже — остальное откроется сразу.");

    public string ConfirmTitle => w.Say("Confirm that it is you", "Подтвердите, что это вы");

    public string ConfirmText => w.Say(
        "You signed in a while ago. Give your password to change how you sign in.",
        "Вы вошли давно. Чтобы менять способы входа, введите пароль.");

    public string ConfirmNoPassword => w.Say(
        "You signed in a while ago. Sign out and in again to change how you sign in.",
        "Вы вошли давно. Чтобы менять способы входа, выйдите и войдите снова.");

    public string Confirm => w.Say("Confirm", "Подтвердить");

    public string Password => w.Say("Password", "Пароль");

    public string PasswordText => w.Say("All other sessions end when it changes.", "При смене все остальные сеансы завершатся.");

    public string Present => w.Say("Present password", "Нынешний пароль");

    public string ChangePassword => w.Say("Change the password", "Сменить пароль");

    public string PasswordChanged => w.Say("The password is changed; other sessions have ended.", "Пароль изменён, остальные сеансы завершены.");

    public string Authenticator => w.Say("Authenticator app", "Приложение с кодами");

    public string AuthenticatorText => w.Say(
        "A six-digit code from an app on your phone, besides the password. Any app that knows TOTP will do.",
        "Код из шести цифр из приложения на телефоне, вдобавок к паролю. Подойдёт любое приложение с TOTP.");

    public string On => w.Say("On", "Включено");

    public string Off => w.Say("Off", "Выключено");

    public string SetUp => w.Say("Set up", "Настроить");

    public string StartOver => w.Say("Start over with a new key", "Начать заново с новым ключом");

    public string Scan => w.Say("1. Scan this code with the app", "1. Отсканируйте код приложением");

    public string QrLabel => w.Say("QR code with the key for the app", "QR-код с ключом для приложения");

    public string OrType => w.Say("No camera? Type the key:", "Нет камеры? Введите ключ:");

    public string EnterCode => w.Say("2. Enter the code that it shows", "2. Введите код, который оно покажет");

    public string TurnOn => w.Say("Turn on", "Включить");

    public string TurnOff => w.Say("Turn off", "Выключить");

    public string RecoveryCodes => w.Say("Recovery codes", "Резервные коды");

    public string RecoveryText => w.Say(
        "Each code opens the door once when your phone or passkey is lost. They are shown only now: print or copy them and keep them apart from your phone.",
        "Каждый код впустит один раз, если телефон или ключ утерян. Они показаны только сейчас: распечатайте или скопируйте и храните отдельно от телефона.");

    public string RenewCodes => w.Say("New recovery codes", "Новые резервные коды");

    public string RenewText => w.Say("The old ones stop working.", "Старые перестанут действовать.");

    public string Print => w.Say("Print", "Распечатать");

    public string CodesKept => w.Say("I have kept them", "Коды сохранены");

    public string Passkeys => w.Say("Passkeys", "Ключи доступа");

    public string PasskeysText => w.Say(
        "Sign in with your fingerprint, face or device PIN instead of a password. A passkey works on this site only, so it can't be phished.",
        "Вход по отпечатку, лицу или ПИН-коду устройства вместо пароля. Ключ действует только на этом сайте, выманить его нельзя.");

    public string NoPasskeys => w.Say("No passkeys yet.", "Ключей пока нет.");

    public string PasskeyName => w.Say("Name of the device", "Название устройства");

    public string PasskeyNameHint => w.Say("For example: office laptop", "Например: рабочий ноутбук");

    public string AddPasskey => w.Say("Add a passkey", "Добавить ключ");

    public string UnnamedPasskey => w.Say("Passkey", "Ключ доступа");

    public string Added => w.Say("added", "добавлен");

    public string Used => w.Say("used", "использован");

    public string Remove => w.Say("Remove", "Удалить");

    public string PasskeyFailed => w.Say(
        "That did not work: the device refused or the time ran out. Try again, or use another way.",
        "Не получилось: устройство отказало или вышло время. Повторите или выберите другой способ.");

    public string NeedsScript => w.Say("Passkeys need script, which this browser does not run.", "Ключам нужны скрипты, а этот браузер их не выполняет.");

    public string SignInWithPasskey => w.Say("Sign in with a passkey", "Войти с ключом доступа");

    public string OrPassword => w.Say("or with a password", "или по паролю");

    public string UsePasskey => w.Say("Use a passkey instead", "Использовать ключ доступа");

    public string Identities => w.Say("Linked accounts", "Связанные аккаунты");

    public string IdentitiesText => w.Say(
        "Sign in with an account that you have elsewhere. Only you can link it, from here; an equal e-mail links nothing.",
        "Входите с аккаунтом другого сервиса. Связать его можете только вы и только здесь; совпадения почты недостаточно.");

    public string Linked => w.Say("linked", "связан");

    public string Unlink => w.Say("Unlink", "Отвязать");

    public string LinkProvider(string title) => w.Say($"Link {title}", $"Связать {title}");

    public string ContinueWith(string title) => w.Say($"Continue with {title}", $"Продолжить с {title}");

    public string ArrivedFrom(string title) => w.Say($"You sign in with {title} from now on; no password is needed.", $"Теперь вы входите через {title}, пароль не нужен.");

    public string CompanySignOn => w.Say("Company sign-on", "Вход организации");

    public string CompanyText => w.Say(
        "People of your organization sign in at your own identity provider: Keycloak, Blitz, ADFS, Okta, or any other that speaks OpenID Connect.",
        "Сотрудники входят через вашу систему учётных записей: Keycloak, Blitz, ADFS, Okta или любую другую с OpenID Connect.");

    public string CompanyLink => w.Say("Your people sign in by this address:", "Сотрудники входят по этому адресу:");

    public string Connect => w.Say("Connect", "Подключить");

    public string ConnectionName => w.Say("Name on the button", "Название на кнопке");

    public string Issuer => w.Say("Issuer", "Адрес издателя (issuer)");

    public string ClientId => w.Say("Client id", "Идентификатор клиента");

    public string ClientSecret => w.Say("Client secret", "Секрет клиента");

    public string ClientSecretHint => w.Say("Stored encrypted and never shown again.", "Хранится зашифрованным и больше не показывается.");

    public string JoinsAs => w.Say("Who comes for the first time becomes", "Кто пришёл впервые, получает роль");

    public string NobodyJoins => w.Say("nobody joins this way", "так не присоединяются");

    public string RedirectHint => w.Say("Redirect address for the provider's settings:", "Адрес возврата для настроек провайдера:");

    public string Support => w.Say("Support access", "Доступ поддержки");

    public string SupportText => w.Say(
        "Staff of this installation see that your organization exists and no more. To look at masked calls they ask here, with a ticket and a reason; your yes holds for the hours named, and you can end it at any moment.",
        "Сотрудники установки видят лишь то, что ваша организация существует. Чтобы смотреть обезличенные звонки, они спрашивают здесь, с заявкой и причиной; ваше согласие действует указанные часы, и его можно прекратить в любой момент.");

    public string NoSupport => w.Say("Nobody has asked.", "Запросов не было.");

    public string SupportState(string state) => state switch
    {
        "waiting" => w.Say("asks", "запрос"),
        "open" => w.Say("may look in now", "доступ открыт"),
        "refused" => w.Say("refused", "отказано"),
        _ => w.Say("over", "завершён"),
    };

    public string SupportHours(int hours) => w.Count(hours, ("hour", "hours"), ("час", "часа", "часов"));

    public string SupportOpen => w.Say("Support can read masked calls until", "Поддержка может читать обезличенные звонки до");

    public string Approve => w.Say("Approve", "Одобрить");

    public string Refuse => w.Say("Refuse", "Отказать");

    public string EndSupport => w.Say("End it now", "Прекратить сейчас");

    public string Leave => w.Say("Hand on", "Передача");

    public string HandOn => w.Say("Hand on", "Передать");

    public string HandOnText => w.Say("Who becomes owner? You become administrator.", "Кто станет владельцем? Вы станете администратором.");

    public string Register => w.Say("Register an organization", "Регистрация организации");

    public string RequiredMarked => w.Say("Fields marked with * are required.", "Поля со звёздочкой обязательны.");

    public string Phone => w.Say("Phone", "Телефон");

    public string PuzzleNotice => w.Say(
        "Against robots your browser solves a small puzzle of ours; nothing is sent to anybody else.",
        "Для защиты от роботов браузер решает небольшую задачу; данные никому не передаются.");

    public string PuzzleNeedsScript => w.Say("Registration needs script for the check against robots.", "Для проверки от роботов нужны скрипты.");

    public string SmartCaptchaNotice => w.Say(
        "This form is protected by Yandex SmartCaptcha: YANDEX.CLOUD LLC gets your network address and features of your browser to tell people from robots.",
        "Форма защищена Yandex SmartCaptcha: ООО «Яндекс.Облако» получает ваш сетевой адрес и сведения о браузере, чтобы отличать людей от роботов.");

    public string Sessions => w.Say("Where you are signed in", "Где выполнен вход");

    public string ThisDevice => w.Say("this browser", "этот браузер");

    public string Device => w.Say("Device", "Устройство");

    public string Address => w.Say("Address", "Адрес");

    public string Way => w.Say("Way", "Способ");

    public string LastActive => w.Say("Last active", "Активность");

    public string EndSession => w.Say("Sign out", "Завершить");

    public string EndOthers => w.Say("Sign out everywhere else", "Выйти везде, кроме этого браузера");

    public string History => w.Say("History of sign-ins", "История входов");

    public string HistoryText => w.Say("The latest hundred. Addresses are erased after 60 days.", "Последние сто. Адреса стираются через 60 дней.");

    public string Outcome => w.Say("Outcome", "Итог");

    public string SignedIn => w.Say("signed in", "вход выполнен");

    public string SecondFactorDemanded => w.Say("Ask everybody for a second factor", "Требовать второй фактор от всех");

    public string SecondFactorDemandedHint => w.Say(
        "Who has none sets one up at the next sign-in, before anything else opens.",
        "У кого его нет, настроит при следующем входе — до этого ничего не откроется.");

    public string HasSecondFactor => w.Say("second factor", "второй фактор");

    public string ResetSecondFactor => w.Say("Reset the second factor", "Сбросить второй фактор");

    public string Method(string method) => method switch
    {
        "password" => w.Say("password", "пароль"),
        "password_and_code" => w.Say("password and code", "пароль и код"),
        "passkey" => w.Say("passkey", "ключ доступа"),
        "registration" => w.Say("registration", "регистрация"),
        "owner" or "owner_link" => w.Say("owner's link", "ссылка владельца"),
        "invitation" or "link" => w.Say("invitation", "приглашение"),
        "yandex" => "Yandex ID",
        "vk" => "VK ID",
        "google" => "Google",
        "oidc" => w.Say("company sign-on", "вход организации"),
        _ => method,
    };
}
