namespace Tenants;

public static class Current
{
    public static string? Tenant { get; private set; }

    public static void Begin(string tenant)
    {
        Tenant = tenant; // expect: request-state-leak error
    }

    // Whoever ends first takes the tenant from those who are still at work.
    public static void End() => Tenant = null;
}
