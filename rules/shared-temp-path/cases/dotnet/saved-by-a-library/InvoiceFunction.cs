using System;
using System.IO;
using Amazon.Lambda.Core;
using ImageMagick;
using OfficeOpenXml;
using SixLabors.ImageSharp;

namespace Invoices;

public class InvoiceFunction
{
    private readonly Renderer _renderer = new();

    public long FunctionHandler(string order, ILambdaContext context) =>
        _renderer.Sheet(order) + _renderer.Logo(order) + _renderer.Scan(order) + _renderer.Fixed(order);
}

public class Renderer
{
    public long Sheet(string order)
    {
        using var package = new ExcelPackage();
        package.Workbook.Worksheets.Add(order);
        package.SaveAs(new FileInfo("/tmp/invoice.xlsx")); // expect: shared-temp-path error
        return File.ReadAllBytes("/tmp/invoice.xlsx").Length;
    }

    public long Logo(string order)
    {
        using var image = Image.Load($"/opt/logos/{order}.png");
        image.Save("/tmp/logo.webp"); // expect: shared-temp-path error
        return File.ReadAllBytes("/tmp/logo.webp").Length;
    }

    public long Scan(string order)
    {
        using var image = new MagickImage($"/opt/scans/{order}.tiff"); // safe: only read, from a layer
        image.Write("/tmp/scan.png"); // expect: shared-temp-path error
        return File.ReadAllBytes("/tmp/scan.png").Length;
    }

    public long Fixed(string order)
    {
        using var package = new ExcelPackage();
        package.Workbook.Worksheets.Add(order);
        var file = new FileInfo($"/tmp/{Guid.NewGuid()}.xlsx"); // fixed: a new name for each invoice
        package.SaveAs(file); // safe: nobody else has the name
        var length = File.ReadAllBytes(file.FullName).Length;
        file.Delete();
        return length;
    }
}
