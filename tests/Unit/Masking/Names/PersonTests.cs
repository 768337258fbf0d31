using Earshot.Masking;

namespace Earshot.Unit.Masking.Names;

public sealed class PersonTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("меня зовут ирина чем могу помочь", "ирина")]
    [InlineData("это николай петрович беспокоит", "николай петрович")]
    [InlineData("оформите на имя кравченко светланы", "кравченко светланы")]
    [InlineData("спасибо анна всего доброго", "анна")]
    [InlineData("соедините с мариной сергеевной", "мариной сергеевной")]
    [InlineData("заявление подал Гаврилов Семён Аркадьевич вчера", "Гаврилов Семён Аркадьевич")]
    [InlineData("Вчера министр Бхаттачария прибыл в город", "Бхаттачария")]
    [InlineData("вера павловна записана на среду", "вера павловна")]
    [InlineData("my name is gareth oldfield and i have a question", "gareth oldfield")]
    [InlineData("thanks jennifer that was quick", "jennifer")]
    [InlineData("you are speaking with priya", "priya")]
    [InlineData("Please ask for Mr. Kowalczyk at reception", "Kowalczyk")]
    [InlineData("انا اسمي فاطمة المنصوري", "فاطمة المنصوري")]
    [InlineData("ну октавиан вам отказали", "октавиан")]
    [InlineData("Конкурент Марка Цукерберга против Цукерберга", "Цукерберга")]
    [InlineData("диван борис хороший\nс вами говорит борис", "борис")]
    [InlineData("это тихий говорит фамилия тихий", "тихий")]
    [InlineData("запись для шевцова на среду", "шевцова")]
    [InlineData("кличка барсик хозяйка ирина петрова", "ирина петрова")]
    [InlineData("Руководитель центра Э. Дроздова открыла выставку", "Э. Дроздова")]
    [InlineData("Однако работник фирмы Давид Мчедлишвали не согласен", "Давид Мчедлишвали")]
    [InlineData("начальник пал палыч подпишет", "пал палыч")]
    [InlineData("дед наш пахом савельич глуховат", "пахом савельич")]
    [InlineData("это светлана у вас диспетчерская работает", "светлана")]
    [InlineData("фамилия эс тэ эр у эн", "эс тэ эр у эн")]
    public void A_name_is_masked(string text, string name)
    {
        var masked = Masker.Mask(text).Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Person && text.Substring(span.Start, span.Length) == name);
    }

    [Theory]
    [InlineData("есть надежда что любовь к работе вернется")]
    [InlineData("роза за двести рублей и еще лев на открытке")]
    [InlineData("доставка в мае или в августе")]
    [InlineData("верю что слава придет")]
    [InlineData("will you mark the order and grant me access in may")]
    [InlineData("the bill for april is frank and rich in detail")]
    [InlineData("can i get a jack for the chase lounge")]
    [InlineData("купили шкода октавия в прошлом году")]
    [InlineData("click on the startup tab can you see how many there are")]
    [InlineData("what's your monthly power bill")]
    [InlineData("the payment is still untraced you can claim it")]
    [InlineData("i chose displayport on the monitor")]
    [InlineData("диван честер или диван борис какой мягче\nборис помягче")]
    [InlineData("сорт анюта или виктория какая слаще")]
    [InlineData("теплоход михаил булгаков сколько идет\nвосемь дней\nа сергей есенин")]
    [InlineData("какая ставка на вторичку")]
    [InlineData("больше списаний нет")]
    [InlineData("нажмите два если юрлицо")]
    [InlineData("начислили по нормативу общедомовой воды")]
    [InlineData("вы обещали тихий номер")]
    [InlineData("подождите полминутки")]
    [InlineData("и сколько там гигов")]
    [InlineData("а для платников сколько")]
    [InlineData("выпили да каптоприл двадцать пять")]
    [InlineData("выставка айвазовского до какого числа")]
    [InlineData("экскурсия по есенинским местам")]
    [InlineData("кафе у марины работает")]
    [InlineData("на перекрестке ленина и кирова светофор не работает")]
    [InlineData("кошка муся не ест")]
    [InlineData("кофемашина делонги сколько стоит")]
    [InlineData("аквапарк взрослый две четыреста")]
    [InlineData("апостиль отдельно")]
    [InlineData("прописаны трое живет один")]
    [InlineData("больница семашко и клиника бурденко")]
    [InlineData("к тому времени и с тем же стуком")]
    [InlineData("при дневном свете он зелёный")]
    [InlineData("орден александра невского выставка")]
    [InlineData("дарья это бренд чая что ли")]
    [InlineData("горячева ключ это город такой")]
    [InlineData("екатеринбург и владимир в маршруте")]
    [InlineData("а вам виолетовый или синий оттенок")]
    [InlineData("какой пин ставить\nлюбой из четырех цифр")]
    [InlineData("форма три эн дэ эф эл до тридцатого апреля")]
    [InlineData("Нам до станции Марьина Роща удобнее доехать на метро или на автобусе?")]
    [InlineData("какой у вас айпишник белый или серый")]
    public void An_ordinary_word_survives(string text) => Assert.Empty(Masker.Mask(text).Value.Spans);

    [Theory]
    [InlineData("Thank you for calling Woodgrove IT Helpdesk. The Woodgrove Printer is on.")]
    [InlineData("Thank you for calling Contoso. Visit us at Contoso again.")]
    [InlineData("It is connected to the Wi-Fi, and it needs more RAM.")]
    [InlineData("Will that really help? May I restart it? Mark the box.")]
    [InlineData("Run Malwarebytes on the ThinkPad, then open Slack in Ubuntu.")]
    [InlineData("The screen says DRIVER_IRQL_NOT_LESS_OR_EQUAL.")]
    public void Companies_products_and_verbs_in_writing_survive(string text) => Assert.Empty(Masker.Mask(text, "en").Value.Spans);

    [Theory]
    [InlineData("Thanks for calling Jennifer back yesterday.", "Jennifer")]
    [InlineData("My name is Will and I have a question.", "Will")]
    [InlineData("Ram is calling from the office.", "Ram")]
    [InlineData("the doctor is will he said", "will")]
    [InlineData("my name is brightpath", "brightpath")]
    public void A_name_beside_such_words_is_masked(string text, string name)
    {
        var masked = Masker.Mask(text, "en").Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Person && text.Substring(span.Start, span.Length) == name);
    }

    [Fact]
    public void The_answer_to_a_question_for_the_name_is_masked_though_no_list_knows_it()
    {
        var call = new Conversation("ru", [new Turn("agent", "как вас зовут"), new Turn("customer", "бурхжамбек")]);

        var masked = Masker.Mask(call).Value;

        Assert.Equal("[PERSON_1]", masked.Turns[1].Text.Value);
    }
}
