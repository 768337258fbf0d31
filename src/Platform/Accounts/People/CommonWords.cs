using System.Collections.Frozen;

namespace Earshot.Platform.Accounts.People;

/// <summary>
/// Words that people make passwords of, and the runs of the keyboard: written down here, not taken from anybody's list. Together with digits,
/// signs and letters turned into digits they stand for many millions of passwords.
/// </summary>
internal static class CommonWords
{
    private const string Words = """
        password passwort passw passwd pass parol parola admin administrator root user guest login signin welcome letmein secret master default
        change changeme test testing tester temp temporary demo sample example hello world monkey dragon tiger lion eagle wolf bear shark panther
        cat dog kitty puppy horse football soccer baseball hockey basketball tennis golf rugby chess spartak zenit dynamo cska lokomotiv
        love iloveyou lovely forever angel devil heaven princess prince queen king superman batman spiderman starwars pokemon matrix shadow hunter
        killer ranger soldier trustno sunshine summer winter spring autumn monday friday sunday january february march april may june july august
        september october november december flower rose lilac cherry apple banana orange cookie chocolate coffee pepper ginger sugar honey butter
        michael michelle jennifer jessica ashley daniel david robert thomas andrew joshua jordan charlie george harry william maria anna elena olga
        natasha natalia svetlana tatiana irina marina alexander aleksandr sasha sergey sergei andrey andrei dmitry dmitri maxim maksim ivan igor oleg
        nikita vladimir vlad artem denis roman pavel moscow moskva russia rossiya london paris berlin america england google yandex facebook vkontakte
        microsoft windows apple iphone samsung android internet computer server network office company business bank money cash gold silver diamond
        freedom liberty peace victory champion winner success lucky happy smile magic power energy rocket star sky moon sun ocean river mountain
        service support manager director sales market contact center callcenter operator telephone phone earshot qwerty azerty asdf zxcv qaz wsx edc
        пароль админ администратор любовь люблю привет солнышко солнце зайка котенок котик малыш принцесса ангел счастье россия москва спартак
        наташа настя катя аня оля лена ира марина юля даша маша саша сергей андрей дима максим иван игорь олег никита владимир роман павел
        январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь весна лето осень зима понедельник пятница работа
        менеджер директор компания сервер офис банк деньги тест гость пользователь секрет мастер победа свобода удача йцукен фыва ячсм
        """;

    /// <summary>Rows of the keyboard, digits included, each of them also backwards.</summary>
    public static readonly IReadOnlyList<string> Rows = [.. Both("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "zaq1xsw2cde3vfr4bgt5nhy6mju7", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщ")];

    public static readonly FrozenSet<string> All = Words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).ToFrozenSet();

    public static readonly int Longest = All.Max(word => word.Length);

    private static IEnumerable<string> Both(params string[] rows) => rows.Concat(rows.Select(row => new string([.. row.Reverse()])));
}
