using System.Threading.Tasks;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Shop.Pages;

public class Visitor
{
    public string Name { get; set; }
}

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<Visitor>();
    }
}

public class AccountModel : PageModel
{
    private readonly Visitor _visitor;

    public AccountModel(Visitor visitor)
    {
        _visitor = visitor;
    }

    public string Greeting { get; private set; } // safe: a page is made for each request

    // entry: AccountModel::OnGetAsync
    public async Task OnGetAsync(string name)
    {
        _visitor.Name = name; // expect: request-state-leak error
        await Task.Delay(1);
        Greeting = "Hello " + _visitor.Name;
    }

    // entry: AccountModel::OnPostAsync
    public async Task OnPostAsync(string name)
    {
        await Task.Delay(1);
        Greeting = "Hello " + name; // fixed: a property of the request's own page
    }
}
