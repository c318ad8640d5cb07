// file: app/Usings.cs
global using Acme.Stores;
global using static System.Math;
global using Bag = System.Collections.Generic.Dictionary<string, object>;
// file: app/Program.cs
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddSingleton<IStore, MemoryStore>();
services.AddScoped<Bagged>(sp => new Bagged(sp.GetRequiredService<IStore>()));
services.AddTransient(typeof(IStore), typeof(MemoryStore));
var counter = 0;
Func<string, ILambdaContext, Task<string>> handler = async (input, context) =>
{
    counter++;
    await Task.Delay(Max(1, 2));
    return Text(input);
};
string Text(string input) => input + counter;
await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
// file: app/Stores.cs
namespace Acme.Stores
{
    public interface IStore { void Put(string key, object value); int Size { get; } }

    public partial class MemoryStore : IStore
    {
        private readonly Bag _items = new();
        public void Put(string key, object value) => _items[key] = value;
        partial void OnPut(string key);
    }

    public class Bagged { public Bagged(IStore store) { store.Put("a", store.Size); } }
}
// file: app/Stores.Size.cs
namespace Acme.Stores;
partial class MemoryStore
{
    private int _size = 1;
    int IStore.Size => _items.Count + _size;
    partial void OnPut(string key) { _size++; }
}
