using System.Threading.Tasks;

namespace Gateway;

public record Settings(string Url, string Key);

public class Endpoint
{
    private string url = "";
    private string key = "";
    private volatile Settings settings = new("", "");

    public void Use(Settings fresh)
    {
        url = fresh.Url; // expect: unsynchronized-access error
        key = fresh.Key;
    }

    public void UseWhole(Settings fresh)
    {
        settings = fresh; // fixed: replaced as one object that never changes
    }

    public string Address() => url + "?key=" + key;

    public string WholeAddress()
    {
        var now = settings;
        return now.Url + "?key=" + now.Key;
    }
}
