namespace Earshot.Web.Components;

/// <summary>One line of a select.</summary>
public sealed record Choice(string Value, string Text);
