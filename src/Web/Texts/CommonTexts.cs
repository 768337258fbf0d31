namespace Earshot.Web.Texts;

/// <summary>Words that every page uses.</summary>
public readonly struct CommonTexts(Wording w)
{
    public string SkipToContent => w.Say("Skip to the content", "К содержимому");

    public string MainNavigation => w.Say("Main", "Основное");

    public string Calls => w.Say("Calls", "Звонки");

    public string Upload => w.Say("Upload", "Загрузка");

    public string Team => w.Say("Team", "Команда");

    public string Audit => w.Say("Audit", "Журнал");

    public string Settings => w.Say("Settings", "Настройки");

    public string SignOut => w.Say("Sign out", "Выйти");

    public string Theme => w.Say("Theme", "Тема");

    public string Dark => w.Say("Dark theme", "Тёмная тема");

    public string Light => w.Say("Light theme", "Светлая тема");

    public string OtherLanguage => w.Say("Русский", "English");

    public string OtherLanguageCode => w.Say("ru", "en");

    public string Close => w.Say("Close", "Закрыть");

    public string Cancel => w.Say("Cancel", "Отмена");

    public string Save => w.Say("Save", "Сохранить");

    public string Saved => w.Say("Saved.", "Сохранено.");

    public string Delete => w.Say("Delete", "Удалить");

    public string Add => w.Say("Add", "Добавить");

    public string Copy => w.Say("Copy", "Скопировать");

    public string Copied => w.Say("Copied", "Скопировано");

    public string Pages => w.Say("Pages", "Страницы");

    public string Newer => w.Say("Newer", "Новее");

    public string Older => w.Say("Older", "Раньше");

    public string All => w.Say("All", "Все");

    public string Any => w.Say("Any", "Любой");

    public string None => w.Say("None", "Нет");

    public string Yes => w.Say("Yes", "Да");

    public string No => w.Say("No", "Нет");

    public string Unknown => w.Say("not known", "неизвестно");

    public string Keys => w.Say("Keyboard", "Клавиатура");

    public string KeyHelp => w.Say("This help", "Эта подсказка");

    public string KeySearch => w.Say("Search", "Поиск");

    public string KeyNext => w.Say("Next line", "Следующая строка");

    public string KeyPrevious => w.Say("Previous line", "Предыдущая строка");

    public string KeyOpen => w.Say("Open the line", "Открыть строку");

    public string KeyPages => w.Say("Newer, older page", "Новее, раньше");

    public string KeyGoCalls => w.Say("Go to calls", "К звонкам");

    public string KeyGoUpload => w.Say("Go to upload", "К загрузке");

    public string NotFoundTitle => w.Say("There is nothing here", "Здесь ничего нет");

    public string NotFoundText => w.Say(
        "The address is wrong, or what stood here was deleted. Calls are one click away.",
        "Адрес неверен, или то, что здесь было, удалено. До звонков один шаг.");

    public string ErrorTitle => w.Say("Something broke on our side", "Что-то сломалось с нашей стороны");

    public string ErrorText => w.Say(
        "Nothing you sent was lost. Try again in a minute; if it stays, give the number below to whoever runs this installation.",
        "Ничего из отправленного не потеряно. Повторите через минуту; если не поможет, сообщите номер ниже тому, кто ведёт эту установку.");

    public string ForbiddenTitle => w.Say("This page is not for your role", "Эта страница не для вашей роли");

    public string ForbiddenText => w.Say(
        "Ask an owner or an administrator of your organization if you need it.",
        "Если она вам нужна, обратитесь к владельцу или администратору организации.");

    public string ToCalls => w.Say("To the calls", "К звонкам");

    public string Expired => w.Say("This form has expired. Please send it again.", "Форма устарела. Отправьте её ещё раз.");

    public string Ago(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => w.Say("just now", "только что"),
        { TotalHours: < 1 } => w.Say($"{w.Number((long)age.TotalMinutes)} min ago", $"{w.Number((long)age.TotalMinutes)} мин назад"),
        { TotalDays: < 1 } => w.Say($"{w.Number((long)age.TotalHours)} h ago", $"{w.Number((long)age.TotalHours)} ч назад"),
        _ => w.Say($"{w.Number((long)age.TotalDays)} d ago", $"{w.Number((long)age.TotalDays)} дн назад"),
    };

    /// <summary>Size of a file.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1024 => w.Say($"{w.Number(bytes)} B", $"{w.Number(bytes)} Б"),
        < 1024 * 1024 => w.Say($"{w.Number(bytes / 1024.0)} KB", $"{w.Number(bytes / 1024.0)} КБ"),
        < 1024L * 1024 * 1024 => w.Say($"{w.Number(bytes / 1048576.0)} MB", $"{w.Number(bytes / 1048576.0)} МБ"),
        _ => w.Say($"{w.Number(bytes / 1073741824.0)} GB", $"{w.Number(bytes / 1073741824.0)} ГБ"),
    };
}
