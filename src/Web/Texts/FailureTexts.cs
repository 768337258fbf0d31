using Earshot.Platform.Calls.OwnTopics;
using Earshot.Platform.Kernel;

namespace Earshot.Web.Texts;

/// <summary>Refusals in the language of the reader. A failure brings its own English words; a code without Russian ones is shown as it is.</summary>
public readonly struct FailureTexts(Wording w)
{
    private static readonly Dictionary<string, string> Russian = new(StringComparer.Ordinal)
    {
        ["request_not_found"] = "Такого обращения нет.",
        ["request_kind"] = "Выберите, о чём вы просите.",
        ["request_topic"] = "Выберите, о чём ваше обращение. О разговоре с компанией отвечает сама компания.",
        ["request_account_remains"] = "У человека ещё есть учётная запись. Сначала её закрывают в её организации.",
        ["request_person"] = "Укажите телефон, почту, имя или номер клиента: по ним мы найдём ваши данные.",
        ["request_ground"] = "Выберите, почему данные нужно заблокировать.",
        ["request_too_long"] = "Слишком длинный текст: не больше 4000 знаков.",
        ["request_too_many"] = "Слишком много обращений с этого адреса. Попробуйте через час.",
        ["request_state"] = "В этом состоянии обращения так нельзя.",
        ["request_not_verified"] = "Сначала проверьте, кто обращается.",
        ["request_verification"] = "Выберите, как проверена личность.",
        ["request_reason"] = "Напишите причину, не короче десяти знаков: её прочтёт человек.",
        ["request_extended"] = "Ответ можно отложить только один раз.",
        ["request_extension_late"] = "Отложить можно только до наступления срока.",
        ["request_extension_long"] = "Закон не позволяет откладывать настолько.",
        ["request_nothing_to_do"] = "На такое обращение отвечают словами.",
        ["request_file"] = "Файл может занимать до 5 МБ и не должен быть пустым.",
        ["request_correction"] = "Выберите поле и укажите верное значение.",
        ["request_act_failed"] = "Не удалось; будет повторено в течение часа.",
        ["retention_not_changeable"] = "Срок этих данных неизменен.",
        ["retention_out_of_bounds"] = "Срок должен быть в показанных пределах.",
        ["organization_closing"] = "Организация закрывается и звонки больше не принимает.",
        ["exit_name"] = "Название не совпадает.",
        ["exit_day"] = "Выберите день: от завтрашнего до тридцатого.",
        ["exit_closed"] = "Организация уже закрыта.",
        ["wrong_credentials"] = "Почта или пароль неверны.",
        ["too_many_tries"] = "Слишком много попыток. Подождите немного и попробуйте снова.",
        ["sign_in_busy"] = "Сейчас входит много людей. Повторите через несколько секунд.",
        ["already_signed_in"] = "Здесь уже выполнен вход. Сначала выйдите.",
        ["mfa_required"] = "Введите код из приложения или резервный код.",
        ["wrong_code"] = "Код неверен или уже использован. Дождитесь следующего.",
        ["confirm_first"] = "Введите пароль ещё раз или войдите заново: это меняет способ входа.",
        ["second_factor_on"] = "Второй фактор уже настроен. Сначала уберите его.",
        ["second_factor_off"] = "Второго фактора нет.",
        ["second_factor_demanded"] = "Организация требует второй фактор, убрать его нельзя.",
        ["wrong_passkey"] = "Ключ не принят. Повторите или войдите другим способом.",
        ["passkey_not_found"] = "Такого ключа доступа нет.",
        ["session_not_found"] = "Такого сеанса нет.",
        ["sign_on_unknown"] = "Такой способ входа здесь не настроен.",
        ["sign_on_expired"] = "Прошло слишком много времени, или вход начат в другом браузере. Начните заново.",
        ["sign_on_refused"] = "Вы не дали согласия, или сервис отказал. Повторите или войдите иначе.",
        ["sign_on_failed"] = "Сервис не дал ответа, которому можно верить. Повторите или войдите иначе.",
        ["sign_on_not_linked"] = "С тем аккаунтом здесь никто не связан. Войдите по паролю и свяжите его в Настройках, на вкладке «Безопасность».",
        ["identity_taken"] = "Тот аккаунт уже связан с другим пользователем.",
        ["last_way_in"] = "Это ваш единственный способ входа. Сначала задайте пароль или добавьте ключ.",
        ["no_issuer"] = "По этому адресу нет провайдера. Укажите issuer так, как он назван в его описании, с https.",
        ["support_decided"] = "Этот запрос уже решён или завершён.",
        ["captcha_failed"] = "Проверка от роботов не прошла. Дождитесь её или обновите страницу.",
        ["other_region"] = "Эта установка обслуживает другой регион. Зарегистрируйтесь на своей.",
        ["link_spent"] = "Ссылка уже использована или устарела. Попросите новую у того, кто её прислал.",
        ["consent_required"] = "Чтобы продолжить, примите условия и согласие на обработку данных.",
        ["registration_closed"] = "Сюда попадают по приглашению. Попросите ссылку у владельца.",
        ["bad_email"] = "Укажите почту, например name@example.com.",
        ["bad_name"] = "Укажите имя от 1 до 200 знаков.",
        ["bad_phone"] = "Укажите телефон с кодом страны, например +7 900 000-00-00, или оставьте поле пустым.",
        ["email_taken"] = "Эту почту здесь использовать нельзя. Возьмите другую или войдите с ней.",
        ["wrong_password"] = "Нынешний пароль неверен.",
        ["weak_password"] = "Пароль слишком слабый. Не короче 12 знаков; хорошо подходят несколько несвязанных слов.",
        ["role_above_yours"] = "Роль владельца даёт и снимает только владелец.",
        ["last_owner"] = "У организации должен остаться хотя бы один владелец. Сначала назначьте другого.",
        ["user_not_found"] = "Такого пользователя здесь нет.",
        ["bad_tokens"] = "Токены за сутки — число от 0 до 100 000 000.",
        ["bad_agreement"] = "Наименьшее согласие — число от 0 до 1, например 0.6, или пусто.",
        ["bad_days"] = "Укажите, за сколько дней: от 1 до 3650.",
        ["model_not_asked"] = "Модель здесь не спрашивают. Подключите её и разрешите спрашивать о новых звонках, потом о прошлых.",
        ["no_questions"] = "Ни одна опубликованная карта ни о чём модель не спрашивает. Добавьте вопрос и опубликуйте карту.",
        ["past_asks_running"] = "Модель уже идёт по прошлым звонкам. Сначала остановите её.",
        ["bad_time_zone"] = "Укажите часовой пояс, например Europe/Moscow.",
        ["bad_retention"] = "Расшифровки хранятся от 1 до 120 месяцев.",
        ["department_exists"] = "Отдел с таким названием уже есть.",
        ["department_not_found"] = "Такого отдела нет.",
        ["agent_not_found"] = "Такого сотрудника нет.",
        ["agent_name_taken"] = "Такой номер уже у другого сотрудника.",
        ["bad_scope"] = "Выберите хотя бы одно право ключа.",
        ["bad_expiry"] = "Срок ключа должен быть в будущем.",
        ["key_not_found"] = "Такого ключа нет.",
        ["stale_agreement"] = "Появилась новая версия соглашения. Прочтите и примите её.",
        ["dpa_required"] = "До первого звонка примите соглашение об обработке данных в Настройках.",
        ["recording_ground_required"] = "Укажите, на каком основании велась запись.",
        ["empty_file"] = "Файл пуст. Проверьте, что запись сохранена до конца, и отправьте снова.",
        ["not_audio"] = "Это не запись и не известная нам расшифровка. Подойдут WAV, MP3, OGG, M4A, FLAC, JSON, VTT, SRT или TXT.",
        ["not_utf8"] = "Расшифровка не в кодировке UTF-8. Сохраните её в UTF-8 и отправьте снова.",
        ["no_turns"] = "В расшифровке нет слов. У каждой реплики нужны говорящий и текст.",
        ["transcript_too_large"] = "Расшифровка больше допустимого. Разделите звонок.",
        ["too_large"] = "Файл больше допустимого. Разделите его или увеличьте предел.",
        ["no_consent"] = "Нет согласия на запись, поэтому звонок не принят.",
        ["unknown_language"] = "Этого языка система не знает.",
        ["malware"] = "Файл отклонён, и ничего из него не сохранено: это программа, или сканер нашёл в нём вредоносный код. Проверьте компьютер, с которого он пришёл.",
        ["scanner_down"] = "Сканер вредоносного кода не отвечает, поэтому файлы сейчас не принимаются. Отправьте файл позже; причина – в журнале clamd (EARSHOT_CLAMAV_URL).",
        ["scanner_limit"] = "Файл больше, чем принимает сканер вредоносного кода. Увеличьте StreamMaxLength в clamd.conf или отправьте сжатую запись.",
        ["no_space"] = "На диске нет места, запись не принята. Освободите место и отправьте снова.",
        ["upload_not_found"] = "Такой загрузки нет, или она отменена после суток без данных. Начните заново.",
        ["topic_name"] = "Назовите тему: от 2 до 60 знаков.",
        ["topic_description"] = "Опишите предложением в 10–300 знаков, что к теме относится: с этими словами сравниваются звонки.",
        ["topic_exists"] = "Тема с таким названием уже есть.",
        ["too_many_topics"] = "Тем уже пятьдесят. Удалите одну, прежде чем добавить другую.",
        ["topic_changed"] = "Тему тем временем изменил или удалил кто-то другой. Загрузите её заново; ничего не изменено.",
        ["topics_running"] = "Темы прежних звонков уже ищутся. Дождитесь окончания.",
        ["bad_tuning"] = "Некоторые строки использовать нельзя: у каждой указана причина. Ничего не изменено.",
        ["tuning_warnings"] = "Из-за новых строк в тексте останется больше, чем кажется. Прочтите предупреждения и подтвердите их; пока ничего не изменено.",
        ["tuning_changed"] = "Списки тем временем изменил кто-то другой. Загрузите страницу заново; ничего не изменено.",
        ["tuning_version"] = "Эта версия больше не хранится.",
        ["bad_vocabulary"] = "Не больше 200 терминов, каждый не длиннее 60 знаков, по одному в строке.",
        ["bad_channel"] = "Канал сотрудника — число от 0 до 15 или не указан.",
        ["call_not_found"] = "Такого звонка здесь нет, или он удалён.",
    };

    // Refusals that come back as a code alone bring no words of their own.
    private static readonly Dictionary<string, string> English = new[] { typeof(Earshot.Platform.Accounts.AccountFailures), typeof(KeepTopics), typeof(AskTopicsAgain) }
        .SelectMany(type => type.GetFields()).Where(field => field.IsStatic).Select(field => field.GetValue(null)).OfType<Failure>().ToDictionary(failure => failure.Code, failure => failure.Message, StringComparer.Ordinal);

    /// <summary>The refusals that scripts show, by code; empty where the server's own words are in the right language already.</summary>
    public IReadOnlyDictionary<string, string> Known => w.Language is Language.Russian ? Russian : new Dictionary<string, string>();

    /// <summary>What became of an earlier try, kept by its code.</summary>
    public string Named(string code) => w.Say(Plain(English, code), Plain(Russian, code));

    private static string Plain(Dictionary<string, string> known, string code) => known.GetValueOrDefault(code, NameTexts.Plain(code.Replace('_', ' ')));

    public string Message(Failure failure) => w.Say(failure.Message, Russian.GetValueOrDefault(failure.Code, failure.Message));
}
