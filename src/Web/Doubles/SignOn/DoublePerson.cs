namespace Earshot.Web.Doubles.SignOn;

/// <summary>The invented person who is signed in at a double, and agrees at once.</summary>
internal sealed record DoublePerson(string Id, string Login, string FirstName, string LastName, string Email)
{
    public static readonly DoublePerson Vera = new("1100042", "vera.example", "Vera", "Example", "vera@example.com");

    public string FullName => $"{FirstName} {LastName}";
}
