using System.Buffers;

namespace LdnEvidence.Api.Formats;

/// <summary>What an endpoint answers with.</summary>
internal enum Arity
{
    /// <summary>One record.</summary>
    One,

    /// <summary>A list of records.</summary>
    Many,
}

/// <summary>One entry of the registry: a format, the records that it can carry, and the way to write them.</summary>
internal abstract class Format
{
    /// <summary>The value of <c>format</c> in a query string.</summary>
    public abstract string Name { get; }

    /// <summary>The media type in an <c>Accept</c> header, without parameters.</summary>
    public abstract string MediaType { get; }

    /// <summary>Whether an answer with one record is JSON.</summary>
    public bool IsJson => MediaType == "application/json" || MediaType.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>The whole <c>Content-Type</c> of an answer.</summary>
    public virtual string ContentType => $"{MediaType}; charset=utf-8";

    /// <summary>The usual ending of a file's name, without the point.</summary>
    public abstract string FileExtension { get; }

    /// <summary>Whether the format can carry this kind of record in an answer of this kind.</summary>
    /// <param name="record">The record's contract, such as <c>typeof(ClaimResponse)</c>.</param>
    /// <param name="arity">One record, or a list.</param>
    public abstract bool Fits(Type record, Arity arity);

    /// <summary>Where a list in this format is the stored bodies as they are: the byte after each of them. Null in every other format.</summary>
    public virtual byte? AfterBody => null;

    /// <summary>Begins an answer. Only for what <see cref="Fits"/>.</summary>
    public abstract RecordWriter Open(Type record, Arity arity, IBufferWriter<byte> output);
}

/// <summary>
/// Writes one answer, record after record, and holds no more than one record at a time. Call <see cref="Begin"/> once, <see cref="Write"/> for
/// each record and <see cref="End"/> once.
/// </summary>
internal abstract class RecordWriter
{
    public virtual void Begin() { }

    /// <param name="document">The record's stored JSON body, UTF-8.</param>
    public abstract void Write(ReadOnlyMemory<byte> document);

    public virtual void End() { }
}
