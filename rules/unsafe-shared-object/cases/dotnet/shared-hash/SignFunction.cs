using System;
using System.Security.Cryptography;
using System.Text;
using Amazon.Lambda.Core;

namespace Signing;

public class SignFunction
{
    private readonly Signer _signer = new();

    public string FunctionHandler(string body, ILambdaContext context) => _signer.Sign(body) + _signer.SignOnce(body) + _signer.SignAlone(body);
}

public class Signer
{
    private readonly SHA256 _sha = SHA256.Create();
    private readonly SHA256 _guarded = SHA256.Create();

    public string Sign(string text) => Convert.ToHexString(_sha.ComputeHash(Encoding.UTF8.GetBytes(text))); // expect: unsafe-shared-object error

    public string SignOnce(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))); // fixed: the static method keeps no state

    public string SignAlone(string text)
    {
        lock (_guarded) return Convert.ToHexString(_guarded.ComputeHash(Encoding.UTF8.GetBytes(text))); // safe: one user at a time
    }
}
