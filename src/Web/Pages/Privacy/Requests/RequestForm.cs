using Earshot.Platform.Privacy.SubjectRequests;

namespace Earshot.Web.Pages.Privacy.Requests;

/// <summary>The fields of a new request, on the public form and at the desk.</summary>
public sealed class RequestForm
{
    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? CrmId { get; set; }

    public string? Details { get; set; }

    public string? Ground { get; set; }

    internal NewRequest Request(string way) => new(Kind ?? string.Empty, way, new RequestPerson(Text(Name), Text(Phone), Text(Email), Text(CrmId)), Details, Text(Ground));

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
