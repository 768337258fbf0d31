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

    public string ProblemTitle(int status) => status switch
    {
        400 => w.Say("This could not be read", "Это не удалось прочитать"),
        403 => w.Say("This is not yours to see", "Это вам не открыто"),
        404 => w.Say("There is nothing here", "Здесь ничего нет"),
        429 => w.Say("A little slower, please", "Пожалуйста, чуть медленнее"),
        _ => w.Say("Something went wrong here", "Что-то сломалось у нас"),
    };

    public string ProblemText(int status) => status switch
    {
        400 => w.Say("The address or the form holds something that can't be used. Go back and try again.", "В адресе или форме есть то, что нельзя использовать. Вернитесь и попробуйте снова."),
        403 => w.Say("Your role does not open it. Ask the owner of your organization.", "Ваша роль этого не открывает. Обратитесь к владельцу организации."),
        404 => w.Say(
            "The address is wrong, or what stood here was deleted. Calls are one click away.",
            "Адрес неверен, или то, что здесь было, удалено. До звонков один шаг."),
        429 => w.Say("Too many requests came at once. Wait a little and try again.", "Пришло слишком много запросов сразу. Подождите немного и повторите."),
        _ => w.Say("Nothing was lost. Try again; if it stays, give the operator of this installation this number:", "Ничего не потеряно. Попробуйте ещё раз; если не поможет, назовите оператору установки этот номер:"),
    };

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
