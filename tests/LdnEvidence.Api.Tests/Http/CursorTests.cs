using CsCheck;
using LdnEvidence.Api.Http;

namespace LdnEvidence.Api.Tests.Http;

public sealed class CursorTests
{
    private static readonly Gen<Cursor> Cursors = Gen.Select(
        Gen.Int[1, int.MaxValue],
        Gen.Int[-int.MaxValue, int.MaxValue],
        (release, position) => new Cursor(release, position)
    );

    private static readonly Gen<string> Lists = Gen.String[Gen.Char['!', '~'], 0, 200];

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Cursors, Lists)
            .Sample((cursor, list) => Cursor.TryRead(cursor.Write(list), list, out var read) && read == cursor);

    [Fact]
    public void Another_list_refuses_it() =>
        Gen.Select(Cursors, Lists, Lists)
            .Where((_, list, other) => list != other)
            .Sample((cursor, list, other) => !Cursor.TryRead(cursor.Write(list), other, out _));

    [Fact]
    public void One_changed_letter_refuses_it() =>
        Gen.Select(
                Cursors,
                Lists,
                Gen.Int[0, 21],
                Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
            )
            .Sample(
                (cursor, list, place, letter) =>
                {
                    var text = cursor.Write(list);
                    var changed = text[..place] + letter + text[(place + 1)..];
                    return changed == text || !Cursor.TryRead(changed, list, out _);
                }
            );

    [Fact]
    public void Any_other_text_refuses_quietly() => Gen.String.Sample(text => !Cursor.TryRead(text, "a list", out _));
}
