namespace LdnEvidence.Api.Data.Search;

/// <summary>Where in a word a spelling is looked for.</summary>
internal enum SpellingPlace
{
    Anywhere,
    Start,
    End,
    Whole,

    /// <summary>The end of a word that was cut off: the last letters before the star.</summary>
    Cut,
}

/// <summary>Letters that British and American English write differently.</summary>
internal readonly record struct Spelling(string British, string American, SpellingPlace Place = SpellingPlace.Anywhere);

/// <summary>
/// How medical English differs between Britain and America, and names that are written with and without a possessive. A row is as narrow as it can be,
/// so that it does not touch other common words; where it does, it makes a word that no text has, which costs a look-up and finds nothing.
/// </summary>
internal static class SpellingTable
{
    public static Spelling[] Rows { get; } =
    [
        // ae and oe
        new("haem", "hem", SpellingPlace.Start),
        new("haemoglob", "hemoglob"),
        new("haemorrh", "hemorrh"),
        new("anaem", "anem", SpellingPlace.Start),
        new("leukaem", "leukem"),
        new("ischaem", "ischem"),
        new("glycaem", "glycem"),
        new("aemia", "emia", SpellingPlace.End),
        new("aemias", "emias", SpellingPlace.End),
        new("aemic", "emic", SpellingPlace.End),
        new("aem", "em", SpellingPlace.Cut),
        new("paed", "ped", SpellingPlace.Start),
        new("orthopaed", "orthoped"),
        new("aesthe", "esthe"),
        new("gynaec", "gynec"),
        new("caec", "cec", SpellingPlace.Start),
        new("caesar", "cesar", SpellingPlace.Start),
        new("faec", "fec", SpellingPlace.Start),
        new("aetiol", "etiol"),
        new("naev", "nev", SpellingPlace.Start),
        new("phaeo", "pheo", SpellingPlace.Start),
        new("palaeo", "paleo", SpellingPlace.Start),
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
        new("odour", "odor", SpellingPlace.End),
        new("vapour", "vapor", SpellingPlace.End),
        new("rigour", "rigor", SpellingPlace.Whole),
        new("labour", "labor", SpellingPlace.Whole),
        new("humour", "humor", SpellingPlace.Whole),
        // re and er
        new("centre", "center"),
        new("centred", "centered"),
        new("fibre", "fiber"),
        new("litre", "liter", SpellingPlace.End),
        new("litres", "liters", SpellingPlace.End),
        new("metre", "meter", SpellingPlace.End),
        new("metres", "meters", SpellingPlace.End),
        new("titre", "titer"),
        new("calibre", "caliber"),
        new("goitre", "goiter"),
        // s and z
        new("ise", "ize", SpellingPlace.End),
        new("ised", "ized", SpellingPlace.End),
        new("ises", "izes", SpellingPlace.End),
        new("iser", "izer", SpellingPlace.End),
        new("ising", "izing", SpellingPlace.End),
        new("isation", "ization"),
        new("is", "iz", SpellingPlace.Cut),
        new("yse", "yze", SpellingPlace.End),
        new("ysed", "yzed", SpellingPlace.End),
        new("yses", "yzes", SpellingPlace.End),
        new("yser", "yzer", SpellingPlace.End),
        new("ysing", "yzing", SpellingPlace.End),
        new("ys", "yz", SpellingPlace.Cut),
        // c and s, ph and f, c and k
        new("licence", "license"),
        new("defence", "defense"),
        new("offence", "offense"),
        new("practise", "practice"),
        new("sulph", "sulf"),
        new("leuco", "leuko", SpellingPlace.Start),
        new("sceptic", "skeptic", SpellingPlace.Start),
        // longer and shorter endings
        new("programme", "program", SpellingPlace.Whole),
        new("programmes", "programs", SpellingPlace.Whole),
        new("neurone", "neuron", SpellingPlace.End),
        new("neurones", "neurons", SpellingPlace.End),
        new("catalogue", "catalog", SpellingPlace.Whole),
        new("dialogue", "dialog", SpellingPlace.Whole),
        new("enrolment", "enrollment", SpellingPlace.Whole),
        new("labelled", "labeled"),
        new("labelling", "labeling"),
        new("modelled", "modeled"),
        new("modelling", "modeling"),
        new("signalling", "signaling"),
        new("counselling", "counseling"),
        new("ageing", "aging", SpellingPlace.Whole),
        new("grey", "gray", SpellingPlace.Whole),
        new("mould", "mold", SpellingPlace.Start),
        new("aluminium", "aluminum"),
        new("dietitian", "dietician", SpellingPlace.Start),
        // names that are written "Crohn's", "Crohns" and "Crohn"
        new("alzheimers", "alzheimer", SpellingPlace.Whole),
        new("behcets", "behcet", SpellingPlace.Whole),
        new("crohns", "crohn", SpellingPlace.Whole),
        new("haileys", "hailey", SpellingPlace.Whole),
        new("hashimotos", "hashimoto", SpellingPlace.Whole),
        new("hodgkins", "hodgkin", SpellingPlace.Whole),
        new("huntingtons", "huntington", SpellingPlace.Whole),
        new("parkinsons", "parkinson", SpellingPlace.Whole),
        new("raynauds", "raynaud", SpellingPlace.Whole),
        new("sjogrens", "sjogren", SpellingPlace.Whole),
    ];
}
