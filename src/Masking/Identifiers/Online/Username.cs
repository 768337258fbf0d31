namespace Earshot.Masking.Identifiers.Online;

/// <summary>Account and messenger names that hold digits; those of letters only are found by <see cref="Internet.UsernameRecogniser"/>.</summary>
internal sealed class Username() : IdentifierRecogniser("username", PersonalDataType.Username,
    """
    логин*; ник; нику; никнейм*; ник в; захожу под; вхожу под; зашел под; зашла под; войти под; зайти под; входит под; заходит под; в системе я как; вк; в вк; страница в вк; айди в вк; мой айди; под каким именем вы; под каким именем ты; профиль называется; юзернейм; имя пользовател*; юзернейм*; учетн* запис*; username; user name; the user; user is; login; user id; userid;
    nickname; handle; screen name; pseudo; utilisateur; nombre de usuario; usuario; nome utente; benutzername; gebruikersnaam; uzytkownik;
    اسم المستخدم; يوزر; اليوزر; يوزر تويتر; يوزر الانستا; يوزر السناب; profile under; profile is under; profile's under; пользователь; пользователя; пользователем; حسابي على; واسم المستخدم; gamertag; venmo; venmo me; cash app; cashapp; cash tag; zelle; paypal name; paypal username; twitch; linkedin; account name; screenname; instagram; insta; инстаграм*; инста; телеграм*; telegram; tiktok; тикток*; twitter; твиттер*; snapchat; discord; дискорд*; skype; скайп*; вконтакте; gamer tag; profile name; sign in name; login name; log in with; log in as; signed in as; signed up as; registered as; find me as; find me under; set it up as; reddit; под ником; ником; ник на сайте; телега; в телеге; телеграме я; аккаунт называется; аккаунт*; учетк*; под логином; зарегистрирован* как; найдете меня как; يوزري; حسابي بالانستا; حسابي بتويتر; حسابي بالتيك; инсте; инсту; айди в игре; ник в игре; id в игре; ig; ig handle; insta handle; twitter handle; tg; тг; в тг; log in using; login using; sign in using; sign in with; sign in as; signed in with; signing in with; signing in as; logging in with; logging in as; log on as; log on with; sign on as; xbox name; xbox live name; playstation name; psn name; forum name; forum handle; apple id name; twitch name; reddit name; steam name; steam id; roblox name; minecraft name; ebay name; ebay user; whatsapp name; profile called; profile's called; paypal me; online name; facebook name; юзер; حسابي بالسناب; انستا; سناب
    """)
{
    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= 0.55f && CodePattern.Mixed(code, 4, 30) ? 0.6f + (0.2f * strength) : 0;
}
