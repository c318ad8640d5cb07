using System;
using System.Threading;

namespace Audits;

public sealed class TenantScope : IDisposable
{
    private static readonly ThreadLocal<string?> Tenant = new();

    public TenantScope(string tenant)
    {
        Tenant.Value = tenant; // safe: whoever makes the scope disposes of it
    }

    public static string? Current => Tenant.Value;

    public void Dispose()
    {
        Tenant.Value = null;
    }
}
