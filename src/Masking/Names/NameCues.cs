using Earshot.Masking.Context;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>What a phrase tells of names around it.</summary>
[Flags]
internal enum NameCue : ushort
{
    None = 0,

    /// <summary>What follows is a name, known or not: "меня зовут", "my name is".</summary>
    Follows = 1 << 0,

    /// <summary>A known name may follow: "это", "this is", "здравствуйте".</summary>
    MayFollow = 1 << 1,

    /// <summary>Asks for a name: the answer begins with it.</summary>
    Asks = 1 << 2,

    /// <summary>A name stands before it: "беспокоит", "speaking".</summary>
    Precedes = 1 << 3,

    /// <summary>Letters that follow spell a name.</summary>
    Spelling = 1 << 4,

    /// <summary>What follows is not a person: "компания", "улица".</summary>
    NotPerson = 1 << 5,

    /// <summary>The words themselves name a thing, though they hold a name: "jack daniel's", "иван чай".</summary>
    Thing = 1 << 6,

    /// <summary>At the beginning of a turn it asks who: the answer may begin with a name.</summary>
    AsksWho = 1 << 7,

    /// <summary>What follows is the name of a product: "салат", "тариф".</summary>
    Product = 1 << 8,
}

/// <summary>Phrases that tell where names stand. Matched word by word over the entries of the lexicon.</summary>
internal sealed class NameCues
{
    private static readonly (NameCue Cue, string Phrases)[] Table =
    [
        (NameCue.Follows | NameCue.Asks,
            """
            меня зовут; зовут меня; его зовут; ее зовут; их зовут; зовут его; зовут ее; тебя зовут; мое имя; имя мое; моя фамилия; по фамилии; по имени; фамилия; фамилию; имя; отчество;
            имя отчество; на имя; на фамилию; под фамилией; имя фамилия; фамилия имя; фамилия имя отчество; фио; имя клиента; фамилия клиента; имя и фамилия; имя и отчество; фамилия и имя; имя получателя; получатель;
            фамилия получателя; контактное лицо; владелец карты; держатель карты; имя держателя; девичья фамилия; девичья фамилия матери; имя на карте; имя латиницей; ко мне обращаться; зовите меня; обращайтесь ко мне; называйте меня;
            my name is; my name's; name is; name's; the name is; name was; first name is; last name is; surname is; first name; last name; middle name; surname; family name; maiden name; maiden name was; payee is; payee's; payable to; made payable to; maiden name is; full name; full name is; name on the account;
            name on the account is; name on the card; name on the card is; under the name; under the name of; in the name of; goes by; go by; call me; called; named; name; account holder; account holder is; cardholder; cardholder name; card holder;
            calls me; calls him; calls her; call him; call her; known as; named after; mother's maiden name; mother's maiden name is; caller name; patient name; contact person; spell your name; it's under; is under; booked under;
            اسمي; انا اسمي; اسم العميل; الاسم; الاسم الكامل; باسم; باسم والدتي; باسم والدي; باسم زوجتي; باسم زوجي; باسم ابني; باسم بنتي; باسم اخي; باسم اختي; باسم امي; اسم حامل البطاقة; اسم الام; اسم العائلة; اسم صاحب الحساب; اسمه; اسمها; اسم المستلم;
            ich heiße; mein name ist; name ist; je m'appelle; mon nom est; nom; nom est; prenom; me llamo; mi nombre es; nombre; nombre es; apellido; apellidos; mi chiamo; il mio nome e; nome; nome e; cognome;
            nazywam sie; imie; nazwisko; imie i nazwisko; mam na imie; ik heet; mijn naam is; naam; naam is; chamo me; meu nome e; vorname; nachname; familienname; voornaam; achternaam
            """),
        (NameCue.Asks,
            """
            как вас зовут; как к вам обращаться; как могу к вам обращаться; как я могу к вам обращаться; как можно к вам обращаться; могу к вам обращаться; как можно обращаться; представьтесь; представьтесь пожалуйста; ваше имя; ваша фамилия; вашу фамилию;
            ваши фамилию; назовите фамилию; назовите имя; назовите себя; назовите ваше имя; назовите вашу фамилию; ваше фио; ваше отчество; как зовут; как ваше имя; как ваша фамилия; полное имя; имя полностью; фамилия имя отчество; фио полностью; с кем я говорю; с кем говорю; кто звонит; кто это;
            на чье имя; на кого; на кого оформлен; на кого оформлена; на кого записать; на чью фамилию; кого записать; как вас записать; кому передать; кто получатель; фамилия пациента; имя пациента; как записать; назовитесь; продиктуйте фамилию; фамилию имя и отчество;
            your name; may i have your name; can i have your name; could i have your name; can i get your name; could i get your name; get your name; have your name; what is your name; what's your name; your full name; your first name; your last name; your surname; your first and last name;
            who am i speaking with; who am i speaking to; who am i talking to; who is this; who's calling; who is calling; who's this; whom am i speaking; whom am i speaking with; name please; state your name; confirm your name; spell that; spell it; how do you spell; the name on the account; who should i ask for; name for the; what name;
            name of the account holder; name of the patient; whose name; who is the; and you are;
            ما اسمك; اسمك; اسم حضرتك; اسمك الكامل; شو اسمك; ايش اسمك; اسم الكريم; الاسم الكريم; ممكن اسمك; من معي; مين معي; مع من اتكلم; مين حضرتك; اسمك الكريم; وش اسمك; اسمك ايه;
            ihr name; wie heißen sie; ihren namen; wie ist ihr name; votre nom; votre prenom; comment vous appelez vous; su nombre; como se llama; il suo nome; come si chiama; uw naam; hoe heet u; jak sie pan nazywa; pani nazwisko; seu nome; como se chama; o seu nome
            """),
        (NameCue.Follows, "господин; госпожа; гражданин; гражданка; менеджера зовут; сына зовут; мужа зовут; жену зовут; дочь зовут; дочку зовут; маму зовут; папу зовут; вашего менеджера зовут"),
        (NameCue.MayFollow,
            """
            это; это снова; это опять; я; с вами; вас; вам; слушает; говорит; разговариваю с; я говорю с; говорю с; с вами говорит; на линии; на связи; беспокоит; вас беспокоит; вас приветствует; звонит; обслуживает; передайте; передать; позовите; пригласите; для; от; от имени;
            здравствуйте; здравствуй; добрый день; доброе утро; добрый вечер; привет; приветствую; спасибо; спасибо вам; благодарю; благодарю вас; до свидания; всего доброго; уважаемый; уважаемая; дорогой; дорогая; извините; простите; пожалуйста; хорошо; поняла; понял; понятно; да; нет; алло; слушаю вас; скажите; подскажите;
            соедините с; можно; попросите; жду; спросите; обратиться к; записать к; запись к; к врачу; к доктору; врач; доктор; мастер; курьер; менеджер; специалист; оператор; коллега; сотрудник; сотрудница; консультант; тренер; юрист; водитель; директор; бухгалтер; риелтор; куратор; начальник; руководитель; администратор;
            муж; жена; сын; дочь; брат; сестра; мама; папа; сына; дочери; мужа; жены; брата; сестры; бабушка; дедушка; друг; подруга; сосед; соседка; внук; внучка; ребенок; пациент; пациентка; клиент; абонент; ученик;
            you're welcome; my pleasure; of course; absolutely; excellent; wonderful; thanks again; take care; have a nice day; have a great day; understood; is that; is this; put it under; it under; registered to; registered under; listed under; filed under; made out to; on behalf of; message for; parcel for; package for; order for; appointment for; reservation for; booking for; attention; signed for by; signed by; served by; helped by; this is; it is; it's; i'm; i am; im; its; you're speaking with; you are speaking with; speaking with; speaking to; speak with; speak to; talking to; talking with; talk to; talk with; spoke to; spoke with; with; for; hi; hello; hey; thanks; thank you; thank you so much; thank you very much; good morning; good afternoon; good evening; morning; dear; sorry; okay; ok; alright; sure; great; perfect; yes; no; well; bye; goodbye; regards; sincerely; cheers; best;
            ask for; asked for; meet; contact; to; from; by; tell; told; email; call; our; here is; here's; agent; doctor; manager; representative; rep; specialist; technician; colleague; supervisor; advisor; assistant; customer; client; patient; nurse; attorney; driver; officer;
            husband; wife; son; daughter; brother; sister; mother; father; mom; dad; uncle; aunt; friend; partner; neighbor; neighbour; boss; roommate; fiance; girlfriend; boyfriend; cousin; grandson; granddaughter; mum; mam; granny; gran; nan; grandad; nephew; niece; godson; goddaughter; stepdad; stepmum; stepmom; stepson; stepdaughter; carer; landlord; landlady; tenant; nanny; caretaker; guardian; solicitor; accountant; builder; plumber; electrician; teacher; coach; dentist; midwife; caseworker; dispatcher; installer; engineer; receptionist; trainer; tutor; therapist; babysitter; cleaner; flatmate; housemate; bloke; wife's; husband's;
            انا; معك; معاك; معكم; معاكم; هنا; شكرا; مرحبا; اهلا; السلام عليكم; يا; استاذ; أستاذ; السيد; السيدة; مع; زوجي; زوجتي; ابني; بنتي; اخي; اختي; والدي; والدتي; امي; ابوي; ابويا; اخويا; مراتي; جوزي; مرتي; حماتي; ابنتي; ولدي; الدكتور; دكتور; الدكتورة; الموظف; الموظفة; المحامي; المحامية; المدير; مديري; مديرتي; السواق; السائق; المندوب; العامل; العاملة; الطالب; الطالبة; المدرس; المعلم; المعلمة; الحاج; الحاجة; الاخ; الاخت; عمي; عمتي; خالي; خالتي; جدي; جدتي; جاري; جارتي; صديقي; صديقتي; صاحبي; خوي; اخوي; زميلي; زميلتي; شريكي; خطيبتي; خطيبي; المريض; المريضة; العميل; العميلة; الكفيل; مع حضرتك; حضرتك; على اسم; مسجل على; مسجلة على; حولني على; احكي مع; حكيت مع; كلمت; كلمني; سلم لي على; سلملي على; من; صباح الخير; مساء الخير; حياك; تفضل; تفضلي; عزيزي; عزيزتي;
            ich bin; hier ist; guten tag; hallo; danke; vielen dank; liebe; lieber; je suis; ici; bonjour; merci; soy; le atiende; hola; gracias; buenos dias; sono; buongiorno; grazie; pronto; jestem; dzien dobry; dziekuje; met; ik ben; goedemorgen; dank u; sou; fala; bom dia; obrigado; obrigada; ola
            """),
        (NameCue.Precedes,
            """
            беспокоит; вас беспокоит; звонит; слушает; слушаю вас; на связи; на линии; говорит; меня зовут; зовут; приветствует; к вашим услугам; чем могу помочь; чем могу вам помочь; по отчеству; по фамилии; подскажите; подскажите пожалуйста; скажите; скажите пожалуйста; уточните; уточните пожалуйста; вы могли бы; можете; вы не могли;
            speaking; here; calling; is my name; on the line; how can i help; how may i help; how can i help you; how may i help you; could you; can you; would you; please; from; is calling; said; says; told; will call; called; asked; promised; helped; is the
            يتكلم; تتكلم; معك; كيف اقدر اساعدك; am apparat; al habla; à l'appareil
            """),
        (NameCue.NotPerson | NameCue.Product,
            "مطعم; فندق; مستشفى; مدرسة; جامعة; شركة; بنك; مصرف; مول; سوق; برج; مدينة; محل; محلات; صيدلية; كافيه; مقهى; قاعة; مسجد; جامع; كوبري; ميدان; محطة; مطار; ميناء; جزيرة; نادي; ملعب; قناة; مسلسل; فيلم; اغنية; موديل; ماركة; شاي; عصير; مخبز; عطر; عطور; جسر; شاطئ; منتجع; حديقة; مسرح; متحف; مكتبة"),
        (NameCue.AsksWho, "кто; а кто; и кто; кого; а кого; кому; у кого; с кем; а с кем; от кого; на кого; кем; чей; чья; чьё; как звали; как ее; как его; who; and who; so who; whose; to whom; who's; and who's; who'd; anyone else; who else; кто еще; مين; ومين; مع مين; لمين; باسم مين; منو; من هو; من هي"),
        (NameCue.NotPerson | NameCue.Product,
            """
            перекрестке; перекресток; пересечении; углу; угол; остановка; остановке; остановки; экскурсия; экскурсию; экскурсии; усадьба; усадьбу; бюст; памятнику; памятником; роддом на; больница на; поликлиника на; огурец; огурцы; томат; пион; пионы; корм; корма; кормом; щенок; щенки; котенок; кличка; клички; питомца; кошка; кошку; кошке; пес;
            шоколадка; шоколадку; шоколадки; орден; ордена; медаль; медали; планета; планеты; ледоколом; атомоход; самолет имени;
            гостевой дом у; кафе у; ресторан у; салон у; бар у; столовая у; пекарня у; магазинчик у; выставка; выставку; выставке; выставки; фестиваль; концерт; концерта; концерте; премия; премии; порошок; порошка; паром принцесса; лайнер принцесса;
            песню; песни; песней; яблоки; яблок; картофель; картошка; клубника; клубнику; помидоры; томаты; рассада; рассаду; роутер; роутера; принтер; принтера; смартфон; ноутбук; кукла; куклу; сказка; сказку; сказки; спектакль; спектакля; спектакле; оперу; оперы; балет; балета; симфонию; симфонии; картина; картину; картины; портрет; портрета; книгу; книги; книге; ледокол; ледокола; паром; парома; пароме; яхта; яхту; яхте; корабль; корабля; корабле; катер; круизный лайнер; мотивам; ураган; циклон; тайфун; шторм; пирог; пирожное; рулет; бургер; пиццу; пицца; роллы; сет; набор; платье; пальто; куртка; куртку; кровать; кровати; кроватку; кроватка; стол; стеллаж; тумба; тумбу; стенка; стенку; дверь; двери; шторы; штора; ковер; ванна; ванну; смеситель; раковина; раковину; унитаз; коляска; коляску; велосипед; мопед; утюг; духовка; духовку; плиту; стиралку; стиралка; люстру; плитку; кухню; помаду; тушь; маска; маску; сыворотка; пасту; паста; печку; печка; часы марки; сериале; мультфильме; фильме; мультике;
            салат; салата; торт; торта; сыр; сыра; колбаса; колбасу; колбасы; чай; чая; кофе; водка; водку; коньяк; вино; пиво; сок; мука; каша; шампунь; крем; духи; помада; печенье; конфеты; шоколад; пельмени; йогурт; молоко; тариф; тарифа; тарифу; тарифе; пакет услуг; подписка; подписку; карта лояльности; обои; матрас; диван; кресло; стул; шкаф; комод; люстра; плитка; кухня; коллекция; коллекции; модель; модели; плита; холодильник; телевизор; пылесос; колонка; колонку; робот; препарат; таблетки; мазь; капли; сироп; поезд; рейс; теплоход; больница; больнице; больницы; больницу; поликлиника; памятник; памятника; памятнику; театр; театра; театре; музей; музея; сорт; порода; породы; мультик; мультфильм; сериал; сериала; фильм; фильма; песня; игра; игру; бренд; бренда; марка; марки; фирма; фирмы; завод; фабрика; санаторий; санатории; корпус;
            the brand; brand name; medication called; a drug called; a game called; the song; the musical; the opera; airport; station; aisle; terminal
            """),
        (NameCue.Spelling, "по буквам; диктую; диктую по буквам; пишется; латинскими буквами; латиницей; spelled; spell; spelling; spelt; that's; thats; i spell; it's spelled; letter by letter; capital; تهجئة; بالحروف"),
        (NameCue.NotPerson,
            """
            больница; больницы; больнице; больницу; госпиталь; госпиталя; госпитале; клиника; клиники; клинике; клинику; роддом; роддоме; училище; гимназия; гимназии; лицей; лицее; аэропорт; аэропорта; синдром; синдрома; болезнь; болезни;
            корпус; корпусе; корпуса; теплоход; теплоходе; теплохода; лайнер; санаторий; санатории; пансионат; пансионате; номер категории; сорт; сорта; диван; кресло; шкаф; кухня; коллекция; коллекции; комплекс; комплексе; памятник; памятника; площадке; школа; лагерь; улица; улице; улицы; улицу; ул; проспект; проспекте; переулок; бульвар; площадь; площади; шоссе; станция; станции; метро; город; города; городе; село; деревня; компания; компании; компанию; фирма; бренд; бренда; модель; модели; жк; тц; трц; ооо; оао; зао; пао; ао; банк; банка; завод; магазин; магазине; кафе; ресторан; ресторане; отель; гостиница; отеле; сеть; сети; марки; фильм; фильма; книга; песня; театр; театра; имени; музей; музея; стадион; клуб; клуба; группа; группы; тариф; тарифа; тарифу; газета; газеты; журнал; издательство; агентство; телеканал; партия; партии; канал;
            flight to; flights to; trip to; train to; bus to; hub; depot; terminal; warehouse; branch; left; street; city of; town of; state of; company; brand; model; hotel; hotels; restaurant; store; shop; the movie; mount; lake; port; saint; fort; university of
            """),
    ];

    private readonly StepTable edges = new();
    private NameCue[] cues = new NameCue[1024];
    private int count = 1;

    /// <summary>Adds the words of all phrases to the lexicon and remembers the phrases.</summary>
    public static NameCues AddTo(LexiconBuilder lexicon)
    {
        var phraseTree = new NameCues();
        foreach (var (cue, phrases) in Table)
        {
            phraseTree.AddAll(lexicon, cue, phrases);
        }

        phraseTree.AddAll(lexicon, NameCue.Thing, NamesOfThings.Phrases);
        return phraseTree;
    }

    /// <summary>The longest phrase that begins at the token; <paramref name="last"/> is its last token.</summary>
    public NameCue Match(TokenisedCall call, int first, out int last)
    {
        last = first;
        var (found, node) = (NameCue.None, 0);
        var tokens = call.Tokens;
        for (var i = first; i < tokens.Length && i < first + 12; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind is TokenKind.Sign && (call.IsSign(i, '\'') || (i > first && call.IsSign(i, '-') && call.IsGlued(i))))
            {
                continue;
            }

            node = i > first && token.Is(TokenShape.LineStart) ? 0 : Follow(call.Lexicon, node, token.Word);
            if (node == 0)
            {
                break;
            }

            if (cues[node] is not NameCue.None)
            {
                (found, last) = (cues[node], i);
            }
        }

        return found;
    }

    private int Follow(Lexicon lexicon, int node, int word)
    {
        for (; word != 0; word = lexicon[word].Stem)
        {
            if (edges.Next(node, word) is > 0 and var next)
            {
                return next;
            }
        }

        return 0;
    }

    private void AddAll(LexiconBuilder lexicon, NameCue cue, string phrases)
    {
        foreach (var phrase in phrases.Split((char[])[';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Add(lexicon, cue, phrase.Split((char[])[' ', '\''], StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private void Add(LexiconBuilder lexicon, NameCue cue, string[] words)
    {
        var node = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var word = lexicon.Add(words[i], names: i == 0 ? NameTraits.CueStart : NameTraits.None);
            var next = edges.Next(node, word);
            if (next == 0)
            {
                next = count++;
                if (next == cues.Length)
                {
                    Array.Resize(ref cues, next * 2);
                }

                edges.Add(node, word, next);
            }

            node = next;
        }

        cues[node] |= cue;
    }
}
