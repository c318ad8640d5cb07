using System.Threading.Tasks;
using Amazon.Lambda.Core;
using Amazon.Lambda.Core.SnapStart;

namespace Desk;

public class Function
{
    private static readonly string Greeting;
    private readonly Session session = new("none", "eu-west-1") { Channel = "web" };
    private string warmed = "";

    static Function() => Greeting = Load();

    public Function()
    {
        SnapshotRestore.RegisterBeforeSnapshot(WarmAsync);
        SnapshotRestore.RegisterAfterRestore(async () =>
        {
            warmed = "restored"; // safe: after a snapshot is restored no invocation has begun
            await Task.CompletedTask;
        });
    }

    private static string Load() => "Hello"; // safe: called by the static constructor only

    private async ValueTask WarmAsync()
    {
        warmed = "snapshot"; // safe: before the snapshot there are no invocations
        await Task.CompletedTask;
    }

    public string Handle(string customer, ILambdaContext context)
    {
        session.Begin(customer);
        return $"{Greeting} {session.Describe()} {warmed}";
    }
}
