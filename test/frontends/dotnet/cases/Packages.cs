// file: libs/Acme.Audit/Acme.Audit.csproj
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><PackageId>Acme.Audit</PackageId></PropertyGroup></Project>
// file: libs/Acme.Audit/Trail.cs
namespace Acme.Audit;
public static class Trail { public static void Note(string text) { } }
// file: src/Orders/Orders.csproj
<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="..\..\libs\Acme.Audit\Acme.Audit.csproj" /></ItemGroup></Project>
// file: src/Orders/Orders.cs
using Acme.Audit;
namespace Acme.Orders;
public class Orders { public void Handle(string id) => Trail.Note(id); }
// file: src/Invoices/Invoices.csproj
<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Acme.Audit" Version="1.2.0" /></ItemGroup></Project>
// file: src/Invoices/Invoices.cs
using Acme.Audit;
namespace Acme.Invoices;
public class Invoices { public void Handle(string id) => Trail.Note(id); }
