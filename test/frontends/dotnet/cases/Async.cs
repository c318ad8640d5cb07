using System.Net.Http;

namespace Acme;

public sealed class Loader(HttpClient http, ILogger<Loader> log)
{
    private readonly string _base = "https://" + http.BaseAddress;
    private Task<string> _pending;
    private readonly object _gate = new();
    private readonly SemaphoreSlim _lock = new(1, 1);

    public async Task<string> LoadAsync(string id, CancellationToken token = default)
    {
        _pending ??= http.GetStringAsync($"{_base}/{id}");
        var text = await _pending.ConfigureAwait(false);
        await _lock.WaitAsync(token);
        try { log.LogInformation("loaded {Id}", id); }
        finally { _lock.Release(); }
        lock (_gate) { _pending = null; }
        await using var stream = File.OpenRead("/tmp/" + id);
        using (var reader = new StreamReader(stream)) text += await reader.ReadToEndAsync();
        await foreach (var part in Parts(text)) { Console.WriteLine(part); }
        return await Describe(text);
    }

    private async IAsyncEnumerable<string> Parts(string text)
    {
        foreach (var word in text.Split(' ')) yield return word;
        yield break;
    }

    private Task<string> Describe(string text) => Task.FromResult(text.Trim());

    public async Task<string> MaybeAsync(Loader other, string id) => await other?.LoadAsync(id);
}
