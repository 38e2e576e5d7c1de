namespace LdnEvidence.Domain.Identifiers;

/// <summary>The check digits of identifiers that have one.</summary>
internal static class CheckDigits
{
    /// <summary>The multiplication table of the dihedral group of order ten, which Verhoeff's check digit uses.</summary>
    private static readonly string[] Dihedral =
    [
        "0123456789",
        "1234067895",
        "2340178956",
        "3401289567",
        "4012395678",
        "5987604321",
        "6598710432",
        "7659821043",
        "8765932104",
        "9876543210",
    ];

    /// <summary>The permutation of digits by place, repeated every eight places.</summary>
    private static readonly string[] Permuted =
    [
        "0123456789",
        "1576283094",
        "5803796142",
        "8916043527",
        "9453126870",
        "4286573901",
        "2793806415",
        "7046913258",
    ];

    /// <summary>Whether the digit after the hyphen is the Luhn digit of the number before it.</summary>
    public static bool IsLoinc(ReadOnlySpan<char> code)
    {
        var sum = 0;
        var digits = code[..^2];
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum +=
                i % 2 == 1 ? digit
                : digit > 4 ? (digit * 2) - 9
                : digit * 2;
        }

        return (10 - (sum % 10)) % 10 == code[^1] - '0';
    }

    /// <summary>Whether the digits are a SNOMED CT concept: the partition before the last digit is 00 or 10, and the last is Verhoeff's digit.</summary>
    public static bool IsSnomedConcept(ReadOnlySpan<char> digits)
    {
        if (digits[^3..^1] is not ("00" or "10"))
        {
            return false;
        }

        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            check = Dihedral[check][Permuted[i % Permuted.Length][digits[^(i + 1)] - '0'] - '0'] - '0';
        }

        return check == 0;
    }
}
