namespace Earshot.Web.Texts;

/// <summary>Uploads.</summary>
public readonly struct UploadTexts(Wording w)
{
    public string Title => w.Say("Upload calls", "Загрузка звонков");

    public string Lead => w.Say(
        "Recordings or ready transcripts. A recording is encrypted as it arrives and destroyed as soon as its text is ready.",
        "Записи или готовые расшифровки. Запись шифруется при приёме и уничтожается, как только готов её текст.");

    public string Drop => w.Say("Drop files here", "Перетащите файлы сюда");

    public string Choose => w.Say("Choose files", "Выбрать файлы");

    public string Formats => w.Say(
        "WAV, MP3, OGG, OPUS, M4A, FLAC · transcripts: JSON, VTT, SRT, TXT",
        "WAV, MP3, OGG, OPUS, M4A, FLAC · расшифровки: JSON, VTT, SRT, TXT");

    public string NeedsScript => w.Say("Uploading here needs JavaScript. Without it use the API or the watched folder.", "Для загрузки здесь нужен JavaScript. Без него используйте API или папку.");

    public string Send => w.Say("Send", "Отправить");

    public string Ground => w.Say("Why was recording lawful?", "На каком основании велась запись?");

    public string GroundHint => w.Say("Kept with each call as evidence.", "Сохраняется с каждым звонком как подтверждение.");

    public string Direction => w.Say("Direction", "Направление");

    public string Language => w.Say("Language", "Язык");

    public string FindOut => w.Say("Find out", "Определить");

    public string Agent => w.Say("Agent", "Сотрудник");

    public string FromFile => w.Say("From the file", "Из файла");

    public string History => w.Say("History", "История");

    public string Now => w.Say("Uploading now", "Загружаются");

    public string File => w.Say("File", "Файл");

    public string Source => w.Say("Source", "Источник");

    public string State => w.Say("State", "Состояние");

    public string Reason => w.Say("What to do", "Что делать");

    public string Size => w.Say("Size", "Размер");

    public string When => w.Say("When", "Когда");

    public string EmptyTitle => w.Say("Nothing uploaded yet", "Ещё ничего не загружено");

    public string EmptyText => w.Say("Every file that arrives is listed here, with the reason when it was refused.", "Здесь будет каждый пришедший файл, а у отклонённых причина.");

    public string OpenCall => w.Say("Open the call", "Открыть звонок");

    public string Waiting => w.Say("Waiting", "В очереди");

    public string Sending => w.Say("Uploading", "Загружается");

    public string Resuming => w.Say("Connection lost, trying again", "Связь прервалась, пробуем снова");

    public string Accepted => w.Say("Accepted", "Принят");

    public string Failed => w.Say("Not accepted", "Не принят");

    public string Agreement => w.Say(
        "Before the first call, an owner must state the recording ground and accept the processing agreement in Settings.",
        "До первого звонка владелец должен указать основание записи и принять соглашение об обработке в Настройках.");

    public string StateName(string state) => state switch
    {
        "receiving" => w.Say("Arriving", "Принимается"),
        "accepted" => w.Say("Accepted", "Принят"),
        "refused" => w.Say("Refused", "Отклонён"),
        "duplicate" => w.Say("Already here", "Уже есть"),
        "abandoned" => w.Say("Not finished", "Не завершён"),
        _ => state,
    };

    public string Files(long count) => w.Count(count, ("file", "files"), ("файл", "файла", "файлов"));
}
