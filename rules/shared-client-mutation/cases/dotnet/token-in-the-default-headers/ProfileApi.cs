using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;

namespace Profiles;

public class ProfileApi
{
    private static readonly HttpClient Http = new();

    public async Task<string> Load(string token, string id)
    {
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token); // expect: shared-client-mutation error
        Http.DefaultRequestHeaders.Accept.Clear();
        return await Http.GetStringAsync("https://profiles.example.com/" + id);
    }
}
