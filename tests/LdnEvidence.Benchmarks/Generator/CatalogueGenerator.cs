namespace LdnEvidence.Benchmarks.Generator;

/// <summary>Writes a whole catalogue as seed files. The same scale gives the same bytes.</summary>
internal static class CatalogueGenerator
{
    public static void Write(Scale scale, string folder)
    {
        Directory.CreateDirectory(folder);
        RecordFile.Write(folder, "document", "documents", 1, (json, _) => SourceOutline.Write(json));
        CodedRecords.Write(folder, scale);
        StudyRecords.Write(folder, scale);
        ClaimRecords.Write(folder, scale);
    }
}
