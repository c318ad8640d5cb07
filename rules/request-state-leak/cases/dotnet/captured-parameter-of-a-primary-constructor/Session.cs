namespace Desk;

/** Parameters that methods use are fields; one of them is changed. */
public class Session(string customer, string region)
{
    public string Channel { get; init; } = "none"; // safe: only an initialiser can set it

    public void Begin(string next)
    {
        customer = next; // expect: request-state-leak error
    }

    public string Describe()
    {
        var text = $"{customer} {region} {Channel}"; // fixed: a local variable
        return text;
    }
}
