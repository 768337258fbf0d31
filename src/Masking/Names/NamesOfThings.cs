namespace Earshot.Masking.Names;

/// <summary>Brands, dishes, holidays, institutions and sayings that hold the name of a person and are none.</summary>
internal static class NamesOfThings
{
    public const string Phrases =
        """
        my alexa; the alexa; an alexa; alexa keeps; alexa play; alexa stop; ask alexa; siri; from wendy's; at wendy's; to wendy's; from john lewis; at john lewis; john lewis partnership;
        jack daniels; jack daniel's; johnnie walker; jim beam; captain morgan; tom collins; bloody mary; shirley temple; arnold palmer; rob roy; harvey wallbanger;
        earl grey; lady grey; dr pepper; doctor pepper; ben and jerry's; ben and jerrys; betty crocker; aunt jemima; uncle ben's; sara lee; little debbie; famous amos;
        mrs fields; marie callender's; jimmy dean; oscar mayer; duncan hines; orville redenbacher; newman's own; annie's mac; amy's kitchen; chef boyardee;
        trader joe's; trader joes; wendys; macy's; macys; levi's; levis; denny's; dennys; arby's; kohl's; kohls; lowe's; lowes; mcdonald's; domino's; papa john's;
        papa johns; little caesars; jimmy john's; jimmy johns; jersey mike's; carl's jr; jack in the box; ruth's chris; fuddruckers; tim hortons; tim horton's;
        peet's coffee; sam's club; sams club; bed bath and beyond; crate and barrel; barnes and noble; pottery barn; victoria's secret; victorias secret; calvin klein;
        tommy hilfiger; ralph lauren; michael kors; kate spade; tory burch; vera bradley; marc jacobs; louis vuitton; hugo boss; armani; gucci; dr martens; doc martens;
        jimmy choo; steve madden; eddie bauer; lands end; ll bean; abercrombie and fitch; dolce and gabbana; air jordans; air jordan; chuck taylors; converse all stars;
        ray bans; ray ban; harley davidson; john deere; briggs and stratton; black and decker; stanley cup; stanley tumbler; stanley knife; phillips head;
        phillips screwdriver; allen wrench; allen key; murphy bed; victoria sponge; victoria line; jubilee line; peter pan; mickey mouse; harry potter; santa claus;
        father christmas; john doe; jane doe; joe public; average joe; caesar salad; caesar dressing; caesar wrap; eggs benedict; chicken alfredo; fettuccine alfredo;
        beef wellington; peach melba; cobb salad; sloppy joe; sloppy joes; reuben sandwich; monte cristo; crepe suzette; oysters rockefeller; bananas foster;
        johnson and johnson; procter and gamble; ernst and young; price waterhouse; jp morgan; j p morgan; morgan stanley; goldman sachs; charles schwab; wells fargo;
        raymond james; merrill lynch; sainsbury's; marks and spencer; marks and sparks; mark and spencers; fortnum and mason; ted baker; fred perry; ben sherman;
        thomas cook; st james; saint james; king's cross; kings cross; charing cross; victoria station; victoria coach; penn station; grand central; st pancras; st mary's;
        saint mary's; st john's; saint john's; st thomas; st george's; st patrick's day; saint patrick's day; patrick's day; valentine's day; valentines day;
        martin luther king day; mlk day; lincoln center; kennedy airport; reagan airport; john wayne airport; logan airport; lincoln tunnel; holland tunnel;
        washington bridge; george washington bridge; hudson river; hudson bridge; mount sinai; johns hopkins; mayo clinic; cleveland clinic; kaiser permanente; st jude;
        blue cross; ally bank; amber alert; hey siri; okay google; hey google; siri; cortana; jira; easter monday; good friday; easter sunday; christmas eve;
        new year's eve; ritz carlton; hyatt; wyndham; sheraton; best western; holiday inn; days inn; hampton inn; st regis; george foreman grill; george foreman;
        no worries; thanks a bunch; thank you kindly; benz; daimler benz; mercedes benz; aston martin; rolls royce; land rover; alfa romeo; dodge ram; ford focus;
        ford fiesta; ford escape; lincoln navigator; chevy tahoe; gmc sierra; toyota sienna; kia sedona; mario kart; super mario; call of duty; tony hawk; tom clancy;
        sid meier; john madden;
        wi fi; wifi; li ion; mac os; mac book; mac mini; mac pro; sim card; ram usage; ram upgrade; upgrading ram; dell latitude; dell inspiron; dell xps; dell laptop; dell monitor; norton antivirus; norton security; customer care; ruby on rails; java script; visual basic;
        lou gehrig's; parkinson's; alzheimer's; crohn's; hodgkin's; tourette's; down syndrome; down's syndrome; asperger's; graves disease; hashimoto's; bell's palsy;
        addison's; huntington's; raynaud's; sjogren's; lyme disease; st john's wort; pap smear; c section; heimlich; doppler; dexa scan; holter monitor;
        murphy's law; moore's law; robin hood; bob's your uncle; jack of all trades; every tom dick and harry; for pete's sake; for heaven's sake; good grief; by george;
        oh boy; oh man; my bad; happy camper; smart alec; nosy parker; plain jane; no idea; the idea; any idea; peeping tom; jolly roger; roger that; roger and out; copy that; what the hell;
        holy moly; jesus christ; oh jesus; for christ's sake; christ almighty; my lord; good lord; oh lord; sweet jesus; bless you; god bless; amen; hallelujah;
        иван чай; иван да марья; иван купала; ивана купала; ивана купалы; ванька встанька; анютины глазки; анюты глазки; василиса премудрая; маша и медведь;
        маши и медведя; машу и медведя; мишка на севере; мишка косолапый; мишки гамми; дед мороз; деда мороза; деду морозу; дедом морозом; снегурочка; снегурочки;
        баба яга; илья муромец; алеша попович; добрыня никитич; три кота; лунтик; чебурашка; крокодил гена; винни пух; золушка; король лев; гарри поттер; дарт вейдер;
        лада веста; лады весты; ладу весту; лада гранта; лады гранты; ладу гранту; лада калина; ладу калину; лада приора; лада ларгус; лада нива; лада ока; лада самара;
        лада икс рей; рено логан; рено дастер; фольксваген поло; форд фокус; форд мондео; мерседес бенц; альфа ромео; астон мартин; ролс ройс; ленд ровер; харлей дэвидсон;
        алиса яндекс; яндекс алиса; алиса включи; алиса выключи; алису включить; колонка алиса; колонку алиса; колонка маруся; маруся колонка; колонка алису;
        с алисой внутри; умная колонка; салют; сири; окей гугл; кортана; аристон; максим такси; такси максим; татьяна день; татьянин день; день татьяны; петров пост;
        петров день; ильин день; валентинов день; день святого валентина; святого валентина; георгиевская лента; марья ивановна из анекдота; рога и копыта;
        филькина грамота; мамаево побоище; сизифов труд; ахиллесова пята; по щучьему; шарашкина контора; демьянова уха; тришкин кафтан; мартышкин труд; как сидорову козу;
        сидорова коза; сидорову козу; где макар; куда макар; в ус не дует; мать честная; мать его; елки палки; господи боже; господи; ей богу; слава богу;
        слава те господи; не дай бог; с богом; христа ради; ради христа; боже мой; о боже; царство небесное; аминь;
        салат оливье; салата оливье; салат цезарь; салата цезарь; торт наполеон; торта наполеон; торт прага; торт медовик; торт захер; пирожное картошка; печенье мария;
        печенье юбилейное; шоколад аленка; шоколадка аленка; конфеты мишка; сыр ламбер; сыр маасдам; колбаса микоян; мираторг; черкизово; вязанка; каша мистраль; мистраль;
        мука макфа; макфа; чай ахмад; ахмад ти; чай гринфилд; чай дарья; принцесса нури; принцесса ява; чай липтон; кофе жардин; кофе паулиг; кофе эгоист; сок добрый;
        сок рич; сок джей севен; сок моя семья; любимый сад; домик в деревне; веселый молочник; простоквашино; агуша; фрутоняня; чудо йогурт; данон; активия; арарат;
        коньяк арарат; старый кенигсберг; хеннесси; джек дэниэлс; джек дэниелс; джони уокер; джонни уокер; капитан морган; бушмилс; столичная; царь водка; князь владимир;
        балтика; жигули; хугарден; стелла артуа; крем брюле; бефстроганов; котлета по киевски; мороженое марс; марс сникерс; клава кока; чистая линия; бархатные ручки;
        черный жемчуг; рецепты бабушки агафьи; бабушка агафья; фаберже; мэри кей; эйвон; орифлейм; ив роше; лореаль; мейбеллин; макс фактор; нивея; джонсонс беби;
        джонсон и джонсон; проктер энд гэмбл; хаггис; памперс; либеро; лего; барби; томми хилфигер; кельвин кляйн; майкл корс; дольче габбана; хьюго босс; луи виттон;
        картье; адидас; манго; глория джинс; бенеттон; джек вольфскин; тимберленд; доктор мартинс; мартинсы; джорданы; конверсы; кухня мария; кухня мила; эрнест хемингуэй;
        война и мир; анна каренина; евгений онегин; братья карамазовы; мастер и маргарита; тихий дон; капитанская дочка; вишневый сад; дама с собачкой; щелкунчик;
        лебединое озеро; ромео и джульетта; кармен сюита; борис годунов; князь игорь; пиковая дама; фигаро; севильский цирюльник; минину и пожарскому; минина и пожарского;
        минин и пожарский; больница боткина; больнице боткина; больницы боткина; боткинская; больница склифосовского; склиф; склифосовского; институт пирогова;
        клиника пирогова; больница бурденко; госпиталь бурденко; петрова дача; баумана; бауманка; плехановка; губкина; консерватория чайковского; театр чехова;
        театр вахтангова; театр маяковского; театр моссовета; театр сатиры; большой театр; малый театр; третьяковка; третьяковская галерея; пушкинский музей;
        музей пушкина; аэропорт пушкина; пушкинская карта; пушкинской карте; пушкинскую карту; пушкинской карты; манту; реакция манту; прививка манту; болезнь паркинсона;
        паркинсона; альцгеймера; болезнь крона; синдром дауна; хашимото; синдром жильбера; бехтерева; паркинсон; допплер; доплер; узи доплер; холтер; холтера; вассермана;
        кегеля; мазь вишневского; левомеколь; шишонина; гитт; эппл; майкрософт; люмен; рамада; марриотт; хилтон; шератон; рэдиссон; азимут отель; амакс; бест вестерн;
        عيد سعيد; رمضان كريم; عيد مبارك; يوم سعيد; يومك سعيد; ليلة سعيدة; سنة سعيدة; فرصة سعيدة; رحلة سعيدة; الله كريم; القران الكريم; كريم اللون; كريم البشرة; كريم الوجه;
        كريم مرطب; كريم كراميل; ايس كريم; بنك الراجحي; مصرف الراجحي; الراجحي; مكتبة جرير; شركة جرير; صيدلية النهدي; النهدي; مطعم البيك; البيك; حليب المراعي; المراعي;
        عصير ربيع; عصير الربيع; مي نوفا; قهوة نجار; قهوة معتوق; شاي الكبوس; شاي ربيع; شاي ليبتون; بنك الجزيرة; بنك البلاد; بنك الانماء; بنك الامل; مدرسة الامل;
        مستشفى الامل; مستشفى الحبيب; الدكتور سليمان الحبيب; مستشفى السلام; مستشفى الملك فيصل; مستشفى الملك فهد; مستشفى الملك خالد; مستشفى الملك عبدالله; مطار الملك خالد;
        مطار الملك عبدالعزيز; مطار الملك فهد; مطار الملكة علياء; مطار الشيخ زايد; جامعة الملك سعود; جامعة الملك عبدالعزيز; جامعة الملك فهد; جامعة الملك فيصل;
        جامعة الامير محمد; جامعة الاميرة نورة; جامعة السلطان قابوس; جامعة الامام; طريق الملك فهد; طريق الملك عبدالله; طريق الملك عبدالعزيز; طريق الشيخ زايد;
        شارع الملك فهد; شارع الشيخ زايد; جسر الملك فهد; مدينة الملك عبدالله; مدينة زايد; مدينة خليفة; مدينة نصر; مسجد النور; مسجد السلام; شركة سلام; شركة النور;
        شركة الامل; سوبر ماركت النور; باقة الامل; باقة نور; باقة شباب; سيف الدين; تمر خلاص; خلاص القصيم; علي بابا; علي اكسبرس; علي اكسبريس; كنتاكي; هارديز; ماكدونالدز;
        برجر كنج; دومينوز; بيتزا هت; ستاربكس; دانكن; كوستا; مرسيدس; تويوتا كامري; هيونداي النترا; مازن للتامين; الحمد لله; ان شاء الله; ما شاء الله; سبحان الله;
        استغفر الله; لا اله الا الله; والله; بسم الله; السلام عليكم; وعليكم السلام; الله يسلمك; الله يعطيك العافية; يا جماعة; يا شباب; يا اخي; يا اختي; يا عمي; يا رب;
        يا حبيبي; يا عزيزي; يا غالي; يا استاذ; يا باشا; يا معلم; يا ريس; يا دكتور; يا فندم; يا مدام; يا سيدي; صباح الخير; صباح النور; صباح الورد; صباح الفل; مساء الخير;
        مساء النور; مساء الورد; بالسلامة; مع السلامة; الف سلامة; سلامتك; الحياة الفطرية; نور الشاشة; نور البيت; نور الغرفة; يوم الخميس; كل خميس; ليلة الخميس; مساء الخميس;
        """;
}
