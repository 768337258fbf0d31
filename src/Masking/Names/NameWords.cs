using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Words around names: titles, roles, particles, and words that are never part of a name.</summary>
internal static class NameWords
{
    private static readonly (NameTraits Traits, string Words)[] Table =
    [
        (NameTraits.Title,
            """
            mr mrs ms miss mister missus madam sir dr doctor prof professor captain rev reverend sergeant officer judge senator lady lord hon mx
            господин господина господину господином госпожа госпожи госпоже госпожу госпожой гражданин гражданина гражданину гражданка гражданки товарищ товарища мистер мистера мистеру миссис мисс сэр леди лорд лорда доктор доктора доктору доктором
            дядя дяди дяде дядю тетя тети тете тетю баба дед
            السيد السيده استاذ استاذه الاستاذ الاستاذه دكتور دكتوره الدكتور الدكتوره الانسه انسه المهندس مهندس الشيخ سيد سيده باشمهندس
            herr frau herrn monsieur madame mademoiselle mme mlle señor señora senor senora sr sra srta don doña dona signor signora signorina sig dott dottor dottoressa pan pani pana panu panem panią meneer mevrouw mijnheer dhr mevr senhor senhora dra dottssa
            """),
        (NameTraits.Role,
            """
            президент* премьер* министр* губернатор* мэр* депутат* сенатор* директор* глава главы главе главу главой председател* начальник* руководител* командующ* генерал* полковник* капитан* майор* лейтенант* адмирал* маршал* секретар* посол посла послом посла канцлер* корол* император* царь царя царем принц* княз* граф графа патриарх* митрополит* архиепископ* епископ* священник* протоиерей папа папы
            режиссер* актер* актрис* певец певца певцом певиц* писател* поэт* композитор* художник* журналист* корреспондент* редактор* ведущ* продюсер* тренер* футболист* хоккеист* нападающ* защитник* вратар* спортсмен* чемпион* теннисист* боксер* фигурист* адвокат* судья судьи судье судью судьей прокурор* следовател* юрист* нотариус* врач* хирург* медсестр* учител* профессор* академик* ученый ученого историк* эксперт* аналитик* политолог* экономист* бизнесмен* предпринимател* миллиардер* владел* основател* учредител* совладел* менеджер* специалист* оператор* курьер* мастер* водител* бухгалтер* консультант* администратор* инженер* агент* представител* сотрудни* коллег* спикер* лидер* вице-президент* зампред* замминистр* пресс-секретар* экс-президент* уполномочен* координатор* космонавт* астронавт* пилот* террорист* боевик* революционер* диктатор* солист* солистк* модель балерин* дизайнер* архитектор* автор* кандидат* оппозиционер* правозащитник* активист* блогер* олигарх*
            president minister governor mayor senator director chief chairman ceo cfo general colonel major lieutenant admiral secretary ambassador king queen prince princess emperor pope bishop author writer poet actor actress singer artist painter composer journalist reporter editor coach player lawyer attorney prosecutor detective agent manager supervisor representative specialist technician nurse surgeon teacher scientist economist analyst founder owner chancellor inspector producer novelist
            """),
        (NameTraits.Particle,
            "van von der den des de del della di da dos das do du la le ter ten zu zur af av bin bint ibn ben al el abu abou umm фон ван де дер ди да дель дю ла ле аль эль ад ас аш бен бин ибн абу оглы оглу кызы заде улы тер абд бу ибну عبد ابو ابي ام بن بنت ابن ال الدين الله الرحمن"),
        (NameTraits.SpeechVerb,
            """
            сказал* заявил* отметил* сообщил* рассказал* добавил* подчеркнул* пояснил* объяснил* считает уверен* уверена напомнил* признал* назвал* призвал* предложил* выступил* написал* родился родилась умер умерла скончался скончалась прибыл* встретился встретилась провел* подписал* возглавил* назначен* избран* победил* выиграл* стал стала получил* говорит пишет утверждает полагает думает ответил* обвинил* позвонил* обещал* приехал* пришел пришла работает живет поздравил* поблагодарил* приказал* объявил* пообещал* ушел ушла вернулся вернулась
            said says told asked replied stated announced added explained wrote believes claims argues thinks called calls writes lives works won joined died
            """),
        (NameTraits.OrgWord,
            """
            ооо оао зао пао ао нко ип компани* корпораци* холдинг* концерн* завод* фабрик* институт* университет* академи* министерств* партии партия фонд* агентств* театр* музей музея стадион* клуб* команд* газет* журнал* телеканал* банк* отел* гостиниц* ресторан* магазин* центр* премия премии орден* парк* собор* церковь аэропорт* вокзал* стади*
            inc llc ltd corp corporation company co gmbh plc group bank university college hospital school church hotel museum airport stadium store center centre theater theatre foundation institute association club team ag sa spa bv nv university's committee department agency systems technologies solutions
            """),
        (NameTraits.NeverName,
            """
            я ты он она оно мы вы они меня мне мной тебя тебе его ему им ее ей их нас нам нами вас вам вами себя это этот эта эти этого этой тот та те того что кто где когда как какой какая какие который которая которые которого почему зачем куда откуда сколько чей все всё весь вся всех всем
            и а но или да нет не ни же ли бы то вот уже еще ещё только даже просто тоже также если чтобы потому поэтому хотя пока в во на с со к ко у о об от до из за по под при про без для над через между после перед около
            был была было были есть будет будут буду быть можно нужно надо нельзя хочу хотел хотела могу может можете спасибо пожалуйста здравствуйте привет алло добрый день доброе утро вечер хорошо ладно понятно сейчас потом завтра вчера сегодня здесь там тут так очень спросить звоню звонит зовут заказ заказа номер договор карта карты счет деньги вопрос проблема телефон адрес квартира дом улица подскажите скажите слушаю секунду минуту девушка молодой человек мужчина женщина
            шенген шенгена шенгене крафт тому тем бог богом жене родни родня родне родню мобайл кратно басма басмой болот двое трое четверо пятеро шестеро семеро настолка апостиль сэс стс пэт лос бренда бурак гас гор дуг ежи забит зама иен лечи линь любим люк марша мерил мили мод нед норма нормы норме пак пер порция порции раджа рад род рой росс ростом самая секу сон стен тала тара тин торгом
            туре турки фей чад эка юна кара кора кори кит карп этан франк ион кашкай кашкая альмера альмеру тиида икстрейл аутлендер паджеро туарег тигуан джетта джетту кодиак сид соренто спортейдж элантра соната туссан крета крету каптур аркана аркану гранту гранте приору приоре калину калине весту весте ниву ниве ларгус ларгусе эмки эмка эльки элька эски иксель колеос меган патриот буханка
            прадо хайлендер ярис авенсис тигго монжаро кулрей джимни витара свифт импреза форестер аутбек цивик солано мурано тиана каптоприл ариэль тайд персил корги ламинат ламинате линолеум гипсокартон керамогранит сайдинг ондулин профлист шпаклевка грунтовка
            саперави каберне мерло ркацители шардоне рислинг фастфуд комбо каппучино маккофе нескафе якобс липтон фанта спрайт дошик чипсы лейс стойка стойке стойку стойки месяца месяце мкад мкаде мкада дхцп скольки весной фея стент эсэмэс эсэмэска эсэмэску эсэмэской вторичка вторичку вторички вторичке роуминг роуминга роуминге роумингом корпоратив корпоративе фитнес тариф мегабит
            сами нутелла нутеллу галакси مكتوب غلط مش مو ليش
            steuer steuernummer ausweis personalausweis reisepass pasaporte passeport codice fiscale rijbewijs dowod paszport eur usd gbp chf rub aed
            галочка галочку галочки галочкой орви орз тема темы тему темой винда винду винды اكبر اصغر اسعار اعلى اقرب زحمه بخصوص طلبت صاحب صاحبه سيدي سيدتي فوري فورا كما
            mate mates pal pals buddy dude bro hun lot hung guy guys lad lads mister sir madam folks darling
            i you he she it we they me him her us them my your his its our their this that these those who what where when why how which the a an and or but not no yes if so as at by for from in into of on onto out over to up with about after before than then there here just only also very too can could would should shall must do does did done is are was were be been being am have has had having get got going go come
            okay ok sure right well please thanks thank hello hi hey sorry yeah yep nope uh um oh ah good great fine perfect morning afternoon evening today tomorrow yesterday now again still really actually maybe let one two three some any all none more less much many
            irish scottish vietnamese polish turkish swedish danish norwegian finnish portuguese brazilian mexican canadian australian indian pakistani bangladeshi nigerian ghanaian kenyan egyptian lebanese syrian iraqi iranian
            persian korean japanese thai filipino ukrainian romanian bulgarian hungarian greek european asian african cantonese mandarin hindi urdu punjabi tamil farsi swahili yoruba somali line lines even server
            calling speaking regarding sir madam maam order account number card phone email address street house apartment question problem issue help need want like know see look think thought tell told call called
            mondays tuesdays wednesdays thursdays fridays saturdays sundays else ever theres dies exe bacs monday tuesday wednesday thursday friday saturday sunday january february july september october november december понедельник вторник среда четверг пятница суббота воскресенье январь января февраль февраля апрель апреля июнь июня июль июля сентябрь сентября октябрь октября ноябрь ноября декабрь декабря
            شهر شهرين شهور اشهر اسبوع اسبوعين اسابيع سنه سنتين سنوات يوم يومين ايام ساعه ساعتين ساعات دقيقه دقايق دقائق لحظه ثانيه ثواني مره مرتين مرات وقت تاريخ بكره بكرا امبارح الحين حاليا دايما ابدا احيانا
            قبل بعد جنب عند تحت فوق قدام ورا وراء بين حول خلف امام داخل خارج بدون غير مثل زي ضد حتى لحد لين عشان علشان لان لانه لاني اذا لما بعدين كمان ايضا برضو برضه فقط بس كذا كده هيك هيكي يعني طبعا اكيد خلاص ابشر حاضر طيب تمام ماشي
            ايه ايوه ايوا اي اه لا مش مو مب ليش ليه وين فين منين شلون ازاي كم قديش مين منو وش ايش شنو اللي الذي التي ذا دي ده هاي هذي هذول هناك هنالك هون
            كل بعض اغلب معظم اي كثير كتير قليل شوي شويه اكثر اكتر اقل احسن افضل اول اخر ثاني تاني ثالث ربع نص نصف واحد وحده اثنين
            عندي عندك عنده عندها عندنا عندكم معي معاي معه معها معنا لي لك له لها لنا لكم فيه فيها منه منها عليه عليها عليك علي الي اليك
            ابي ابغى ابغا بدي عايز عاوز ودي احتاج محتاج اقدر نقدر تقدر يقدر صار صارت يصير راح رح بروح اروح رحت جيت اجي يجي جاي وصل وصلت يوصل طلع طلعت دفع دفعت ادفع اشتريت اخذت اعطيت عطيت ارسلت ارسل يرسل سويت اسوي عملت اعمل قلت قال قالت قالوا شفت اشوف انتظر استنى
            المشكله مشكله سؤال استفسار خدمه الخدمه شركه الشركه فرع الفرع تطبيق التطبيق موقع الموقع رابط الرابط فاتوره الفاتوره مبلغ المبلغ سعر السعر خصم الخصم عرض العرض باقه الباقه شريحه اشتراك الاشتراك عقد العقد ضمان الضمان جهاز الجهاز منتج المنتج شحنه الشحنه توصيل التوصيل مندوب المندوب
            شغال شغاله خربان مكسور بطيء سريع جديد جديده قديم قديمه كبير كبيره صغير صغيره حلو حلوه زين زينه كويس كويسه ممتاز سيء غلط صح مضبوط مفتوح مقفل مسكر فاضي مليان
            مصري مصريه سعودي سعوديه اماراتي اماراتيه اردني اردنيه لبناني سوري فلسطيني عراقي كويتيه قطري بحريني عماني يمني ليبي تونسي جزايري مغربي سوداني هندي باكستاني فلبيني امريكي بريطاني ايميلي ايميلك ايميله
            درهم دراهم ريال ريالات دينار دنانير جنيه جنيهات دولار دولارات ليره هلله فلس الف الاف ميه مليون بالميه جيجا ميجا كيلو متر
            نت انترنت واي فاي راوتر مودم شاشه شاحن بطاريه سياره مكيف غساله ثلاجه تلفزيون لابتوب كمبيوتر ايفون سامسونج
            в انا انت هو هي نحن هم هذا هذه ذلك في من الى على عن مع ما ماذا كيف متى اين لماذا نعم لا او و يا هل كان كانت لكن بس شو ايش عندي عندك اريد ممكن السلام عليكم وعليكم لو سمحت شكرا الله يخليكم الاول الاخير كامل شامل مرحبا اهلا رقم حساب بطاقه طلب اليوم غدا امس الان هنا
            der die das und oder nicht ich sie er wir ist sind war ein eine mit auf fur von zu bei nach aus le la les un une des et ou je vous il elle nous est dans pour sur avec el los las y yo usted es en por para con il lo gli e io lei che per non si w z na do i nie jest het een en ik u met voor van o os as eu voce com para
            """),
        (NameTraits.NeverName | NameTraits.OrgWord,
            """
            realtek malwarebytes ccleaner thinkpad ideapad macbook imac ipad airpods chromebook okta pixma ubuntu debian fedora linux nvidia geforce radeon ryzen sonos powershell regedit linksys netgear asus acer lenovo logitech plantronics toshiba fujitsu sandisk seagate
            zendesk trello slack salesforce hubspot mailchimp dropbox onedrive sharepoint onenote bitlocker citrix vmware docusign webex teamviewer anydesk bitwarden lastpass keepass kaspersky mcafee avast bitdefender sophos fortinet synology qnap github gitlab docker kubernetes servicenow
            wordpress shopify woocommerce magento squarespace photoshop autocad quickbooks postgres mysql mongodb firefox chromium thunderbird bluetooth ethernet hdmi roku fitbit garmin gopro playstation xbox nintendo linkedin snapchat pinterest reddit viber wechat
            facebook google youtube instagram whatsapp telegram twitter tiktok amazon microsoft windows android iphone samsung huawei xiaomi philips siemens bosch visa mastercard paypal netflix spotify zoom skype uber airbnb ikea nokia sony toyota nissan hyundai kia bmw audi volkswagen volvo mazda subaru lexus
            фейсбук* гугл* ютуб* инстаграм* вотсап* ватсап* телеграм* твиттер* тикток* амазон* майкрософт* виндовс* андроид* айфон* самсунг* хуавей* сяоми ксиоми филипс* сименс* бош* виза мастеркард* яндекс* озон* вайлдберриз* авито сбербанк* сбер* тинькофф* альфа-банк* газпром* роснефт* лукойл* ростелеком* билайн* мегафон* мтс теле2 йота скайп* зум* убер* икея* тойота* тойоту ниссан* хендай* хундай* киа бмв ауди фольксваген* мазда* субару лексус* рено форд* шкода* шкоду шкоде шкоды опель* пежо ситроен* мерседес* джили чери хавал* солярис* феррари порше ламборгини мазерати каид* джазир* гринпис* минсвязи минобороны минфин* минздрав* минюст* минобрнауки роспотребнадзор* росприроднадзор* роскомнадзор* росстат* росреестр* алиэкспресс* госуслуг* сапсан* аэрофлот* роскосмос* единоросс* интернет* вайфай* джимейл* гмайл* мейл* аутлук* хотмейл* рамблер* айклауд*
            снилс снилса инн огрн осаго каско омс дмс ндфл жкх жэк жэка тсж егрн мфц фнс гибдд мвд фсб айпи смс гугл пдф мвидео днс атс впн атм hvac hdmi ssd atm irs dmv suv mri hmo ppo fafsa hsa eta asap diy faq vip battenberg богу бога ник ником нике reddit http https www html carry слэш урл лор лору джей эйч дабл vin plan basic love can add iban swift vpn wifi cvv cvc pin sim gps usb pdf sms ok gmail outlook hotmail icloud yahoo email dot com czech royal english french german russian american british spanish italian dutch chinese japanese arab
            """),
        (NameTraits.Kin,
            "мама папа мать отец муж жена сын дочь дочка брат сестра бабушка дедушка внук внучка дядя тетя теща свекровь тесть зять невестка mother father mom dad husband wife son daughter brother sister grandma grandpa uncle aunt"),
    ];

    public static void AddTo(LexiconBuilder lexicon)
    {
        foreach (var (traits, words) in Table)
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                lexicon.Add(word, names: traits);
            }
        }
    }
}
