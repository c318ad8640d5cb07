using System;
using System.Security.Cryptography;
using System.Text;

namespace Webhooks;

public abstract class SigningFunction
{
    private readonly HMACSHA256 _mac = new(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("SECRET") ?? ""));

    protected string Sign(string body)
    {
        return Convert.ToHexString(_mac.ComputeHash(Encoding.UTF8.GetBytes(body))); // expect: unsafe-shared-object error
    }

    protected static string SignAlone(string body, byte[] secret)
    {
        return Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(body))); // fixed: no object is kept
    }
}
