namespace LdnEvidence.Api.Data.Search.Tokens;

/// <summary>Where in a word a spelling is looked for.</summary>
internal enum SpellingPlace
{
    Anywhere,
    Start,
    End,
    Whole,
}

/// <summary>Letters that British and American English write differently.</summary>
internal readonly record struct Spelling(string British, string American, SpellingPlace Place = SpellingPlace.Anywhere);

/// <summary>
/// How medical English differs between Britain and America. Words are looked up in the singular. A row is as narrow as it can be, so that no two words of
/// different meaning become one; where it touches another word, it makes one that no text has.
/// </summary>
internal static class SpellingTable
{
    public static Spelling[] Rows { get; } =
    [
        // ae and oe
        new("haem", "hem", SpellingPlace.Start),
        new("haemoglob", "hemoglob"),
        new("haemorrh", "hemorrh"),
        new("haemato", "hemato"),
        new("anaem", "anem", SpellingPlace.Start),
        new("leukaem", "leukem"),
        new("leucaem", "leukem"),
        new("ischaem", "ischem"),
        new("glycaem", "glycem"),
        new("aemia", "emia", SpellingPlace.End),
        new("aemic", "emic", SpellingPlace.End),
        new("paed", "ped", SpellingPlace.Start),
        new("orthopaed", "orthoped"),
        new("anaesthe", "anesthe", SpellingPlace.Start),
        new("aesthe", "esthe"),
        new("gynaec", "gynec"),
        new("caec", "cec", SpellingPlace.Start),
        new("caesar", "cesar", SpellingPlace.Start),
        new("faec", "fec", SpellingPlace.Start),
        new("aetiol", "etiol"),
        new("naev", "nev", SpellingPlace.Start),
        new("phaeo", "pheo", SpellingPlace.Start),
        new("palaeo", "paleo", SpellingPlace.Start),
        new("encyclopaed", "encycloped"),
        new("oesoph", "esoph"),
        new("oedem", "edem"),
        new("oestr", "estr", SpellingPlace.Start),
        new("foet", "fet", SpellingPlace.Start),
        new("coeliac", "celiac"),
        new("rrhoe", "rrhe"),
        new("pnoea", "pnea"),
        new("homoeo", "homeo", SpellingPlace.Start),
        new("amoeb", "ameb"),
        new("manoeuv", "maneuv"),
        // our and or
        new("tumour", "tumor"),
        new("behaviour", "behavior"),
        new("colour", "color"),
        new("favour", "favor"),
        new("flavour", "flavor"),
        new("honour", "honor"),
        new("neighbour", "neighbor"),
        new("endeavour", "endeavor"),
        new("vigour", "vigor"),
        new("odour", "odor", SpellingPlace.End),
        new("vapour", "vapor", SpellingPlace.End),
        new("rumour", "rumor", SpellingPlace.Whole),
        new("rigour", "rigor", SpellingPlace.Whole),
        new("labour", "labor", SpellingPlace.Whole),
        new("humour", "humor", SpellingPlace.Whole),
        // re and er
        new("centre", "center"),
        new("centred", "centered"),
        new("fibre", "fiber"),
        new("litre", "liter", SpellingPlace.End),
        new("metre", "meter", SpellingPlace.End),
        new("titre", "titer"),
        new("calibre", "caliber"),
        new("goitre", "goiter"),
        // s and z
        new("ise", "ize", SpellingPlace.End),
        new("ised", "ized", SpellingPlace.End),
        new("iser", "izer", SpellingPlace.End),
        new("ising", "izing", SpellingPlace.End),
        new("isation", "ization"),
        new("yse", "yze", SpellingPlace.End),
        new("ysed", "yzed", SpellingPlace.End),
        new("yser", "yzer", SpellingPlace.End),
        new("ysing", "yzing", SpellingPlace.End),
        // c and s, ph and f, c and k
        new("licence", "license"),
        new("defence", "defense"),
        new("offence", "offense"),
        new("practise", "practice"),
        new("sulph", "sulf"),
        new("leuco", "leuko", SpellingPlace.Start),
        new("sceptic", "skeptic", SpellingPlace.Start),
        new("disc", "disk", SpellingPlace.Whole),
        // longer and shorter endings
        new("programme", "program", SpellingPlace.Whole),
        new("neurone", "neuron", SpellingPlace.End),
        new("logue", "log", SpellingPlace.End),
        new("enrol", "enroll", SpellingPlace.Whole),
        new("enrolment", "enrollment", SpellingPlace.Whole),
        new("fulfil", "fulfill", SpellingPlace.Whole),
        new("labelled", "labeled"),
        new("labelling", "labeling"),
        new("modelled", "modeled"),
        new("modelling", "modeling"),
        new("signalling", "signaling"),
        new("counselling", "counseling"),
        new("counsellor", "counselor"),
        new("travelling", "traveling"),
        new("cancelled", "canceled"),
        new("judgement", "judgment"),
        new("artefact", "artifact"),
        new("ageing", "aging", SpellingPlace.Whole),
        new("grey", "gray", SpellingPlace.Whole),
        new("mould", "mold", SpellingPlace.Start),
        new("aluminium", "aluminum"),
        new("dietitian", "dietician", SpellingPlace.Start),
        new("mcg", "ug", SpellingPlace.Whole),
    ];
}
