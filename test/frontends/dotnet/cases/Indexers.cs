namespace Acme;

public struct Grid
{
    private readonly int[] _cells;
    public Grid(int size) => _cells = new int[size];
    public int this[int i] { get => _cells[i]; set { _cells[i] = value; } }
    public static Grid operator +(Grid a, Grid b) => a;

    public int Sum(params int[] extra)
    {
        int total = 0;
        for (int i = 0, j = 1; i < 3; i++, j--) total += this[i] + j;
        this[0] = total;
        do { total--; } while (total > 3);
        while (true) { if (total > 1) break; else continue; }
        int[] more = [1, ..extra];
        var last = extra[^1];
        var some = new { total, Name = last, extra.Length };
        try { total = checked(total * 2); }
        catch (OverflowException e) when (e.Message == "x") { return -1; }
        catch { throw; }
        finally { total = 0; }
        foreach (var (a, b) in Pairs()) total += a;
        unsafe { total = sizeof(int); }
        return Other<string>(out var text, ref total, name: "n") + text.Length + some.Name + more.Length;
    }

    private static IEnumerable<(int A, int B)> Pairs() => new[] { (1, 2) };
    private static int Other<T>(out string text, ref int n, string name) { text = name; n = 1; return typeof(T).Name.Length; }
}
