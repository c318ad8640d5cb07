namespace Audit;

public sealed class AuditTrail
{
    public static AuditTrail Instance { get; } = new();

    private string _user = "";

    public string User
    {
        get => _user;
        set => _user = value; // expect: request-state-leak error
    }

    public string Describe(string action) => $"{_user} did {action}";
}
