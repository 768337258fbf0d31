using Earshot.Masking.Tokens;

namespace Earshot.Masking.Numbers;

/// <summary>Words that people put between digits, after quantities, or between the parts of a dictated address.</summary>
internal static class SpeechWords
{
    private static readonly (WordTraits Traits, string Words)[] Table =
    [
        (WordTraits.Filler,
            """
            э ээ эээ эм эмм мм ммм хм ну так вот значит это сейчас щас секундочку секунду минутку минуточку потом дальше затем далее ага угу да
            записываю записал записала пишу слушаю хорошо верно правильно понятно ок окей пробел отдельно снова опять подряд там вроде кажется
            получается собственно как бы продолжайте диктуйте диктую давайте еще ещё слушаю вас конечно принято есть вижу а то всё все теперь
            hang on sec um uh er erm hmm hm mm ah so then like okay ok yeah yes yep right well let me see space again got it go ahead and mhm huh uhhuh
            ah next after pause followed by sure alright perfect great thanks thank you
            اا اه طيب تمام نعم يعني بعدين ثم حاضر اوكي ايوه ايوا اها
            euh alors donc oui ähm also ja genau eh pues sì allora
            """),
        (WordTraits.Correction,
            """
            тьфу нет точнее оговорилась оговорился вернее ой простите извините ошиблась ошибся перепутал перепутала стоп погодите подождите неправильно
            no wait sorry actually correction rather oops mean i scratch that not make
            لا عفوا اسف مهلا قصدي اقصد غلط استنى لحظه لحظة اسفه معليش
            non pardon nein moment
            """),
        (WordTraits.Joiner, "и and und et y e و"),
        (WordTraits.Month,
            """
            январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае июнь июня июне июль июля июле
            август августа августе сентябрь сентября сентябре октябрь октября октябре ноябрь ноября ноябре декабрь декабря декабре
            january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
            يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
            januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre
            enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
            gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
            januari februari maart mei augustus
            janeiro fevereiro março maio junho julho setembro outubro dezembro
            stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
            """),
        (WordTraits.Unit,
            """
            рубль рубля рублей рублю рублями рублях руб р рублик копейка копейки копеек коп доллар доллара долларов евро дирхам дирхама дирхамов юаней тенге
            процент процента процентов проценты минута минуты минут минуту мин час часа часов часу день дня дней дни сутки суток неделя недели недель неделю
            месяц месяца месяцев лет год года году годов годам секунд секунды раз раза кг килограмм килограмма килограммов грамм граммов тонн тонны литр литра литров
            метр метра метров км километр километра километров см мм сантиметр сантиметра сантиметров гб гигабайт гигабайта гигабайтов мегабит мегабайт мб мбит
            штук штука штуки шт человек людей баллов балла баллы бонусов миль мили позиций позиции товаров товара коробок коробки мест места ватт вольт ампер
            градус градуса градусов этаж этажа этаже этажей кв квадратных квадрата соток комнат звезд звезды заказов заказа листов страниц каналов пар
            куб куба кубов кубам кубометр кубометра кубометров киловатт киловатта киловаттов дюйм дюйма дюймов процентам рабочих календарных минутах минутам часам часами днями дням неделям месяцам метрам литрам килограммам
            миллиграмм миллиграмма миллиграммов мг миллилитр миллилитра миллилитров мл миллиметр миллиметра миллиметров гиг гига гигов мегов тыщ баксов сотен единиц единицы капель капли таблеток таблетки таблетку ампул доз дозы гектаров
            лошадей лошадиных оборотов герц гигагерц мегагерц пикселей экземпляров листовок пачек пачки упаковок упаковки бутылок бутылки банок мешков поддонов паллет рулонов ящиков участников гостей взрослых персон ночей ночи занятий занятия
            уроков сеансов поездок визитов остановок остановки станций рейсов звонков попыток пунктов строк файлов портов символов фунтов иен гривен злотых манатов сумов гигакалорий калорий ккал атмосфер отзывов годика годиков кварталов
            вариант варианта вариантов вопрос вопроса вопросов раз-два филиалов филиала сотрудников сотрудника операторов лицензий лицензии пользователей
            dollar dollars buck bucks cent cents euro euros pound pounds quid dirham dirhams percent pct minute minutes min mins hour hours hrs hr day days week weeks
            month months year years yrs second seconds sec secs times kg kilo kilos gram grams ton tons liter liters litre litres meter meters metre metres km
            kilometers kilometres mile miles inch inches feet foot ft lb lbs gb gig gigs gigabytes mb mbps megabytes megabits megs people persons points items units
            boxes pieces pcs calls agents users seats licenses licences nights rooms stars degrees watts volts pages lines employees stores branches options questions characters symbols letters digits
            pm am clock oclock percentages
            درهم دراهم ريال ريالات دينار دولار جنيه يورو بالمية بالمئة دقيقة دقائق دقايق ساعة ساعات يوم ايام اسبوع اسابيع شهر اشهر شهور سنة سنوات سنين كيلو متر قطعة مرة مرات فلس
            eur usd gbp chf pln czk ron sek nok dkk aed rub uhr stunden tage wochen monate jahre prozent heures jours semaines mois ans minutes secondes
            horas días dias semanas meses años anos minutos ore giorni settimane mesi anni minuti uur dagen weken maanden jaar stück kwh kw w
            """),
        (WordTraits.Dot, "точка точку точкой точечка точечку точкою тчк dot point period نقطة دوت punkt punto ponto"),
        (WordTraits.At, "собака собачка собаку собачку собакой эт at ات آت"),
        (WordTraits.Dash, "дефис дефисом тире черточка черточку минус dash hyphen minus شرطة داش"),
        (WordTraits.Underscore, "подчеркивание подчеркиванием подчеркивания underscore underline underscored اندرسكور أندرسكور"),
        (WordTraits.Slash, "слэш слеш дробь slash سلاش"),
        (WordTraits.Plus, "плюс plus زائد بلس"),
        (WordTraits.Domain,
            """
            ру рф ком нет орг инфо ua юа бай кз su
            com net org ru io co uk gov edu de fr es it pl nl pt ae sa eg info biz me us ca au eu at be ch cz se fi ro ie in app dev ai tv
            كوم نت اورج اي
            """),
        (WordTraits.Host,
            """
            яндекс мейл мэйл майл маил емейл джимейл джимэйл гмейл гмаил жмейл рамблер бк инбокс айклауд аутлук хотмейл яху gmail yandex mail rambler inbox icloud outlook hotmail
            yahoo aol protonmail proton gmx msn mailru googlemail ymail btinternet
            جيميل جي هوتميل ياهو اوتلوك
            """),
    ];

    public static void AddTo(LexiconBuilder lexicon)
    {
        foreach (var (traits, words) in Table)
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                lexicon.Add(word, traits);
            }
        }
    }
}
