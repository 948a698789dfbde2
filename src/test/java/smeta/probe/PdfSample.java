package smeta.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** Documents by hand: their objects, and a page for each way in which text can be set. */
final class PdfSample {
    private static final String HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

    private PdfSample() {}

    /** The first object is the catalogue. */
    static byte[] pdf(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format("%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int at = file.length();
        file.append("xref\n0 ")
                .append(objects.size() + 1)
                .append('\n')
                .append(table)
                .append("trailer\n<</Size ")
                .append(objects.size() + 1)
                .append("/Root 1 0 R>>\nstartxref\n")
                .append(at)
                .append("\n%%EOF\n");
        return latin(file.toString());
    }

    static String stream(String entries, String content) {
        return "<<" + entries + "/Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    static String deflated(byte[] content) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /** By what is special about each. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        layouts(all);
        structures(all);
        standardFonts(all);
        embeddedFonts(all);
        compositeFonts(all);
        return all;
    }

    private static void layouts(Map<String, byte[]> all) {
        all.put(
                "words and lines",
                page("BT /F 12 Tf 50 700 Td (two words) Tj 0 -14 Td (next line) Tj 14 TL T* (third) Tj"
                        + " (fourth) ' 3 1 (fifth line) \" 0 -20 TD (sixth) Tj T* (seventh) Tj ET"));
        all.put(
                "gaps make words",
                page("BT /F 10 Tf 40 600 Td [(ker)-20(ned)-400(apart)-250(near)120(back)] TJ ET"
                        + " BT /F 10 Tf 300 600 Td (far right) Tj ET BT /F 10 Tf 40 600 Td (over it) Tj ET"));
        all.put(
                "columns",
                page("BT /F 9 Tf 40 700 Td (left one) Tj 0 -12 Td (left two) Tj 260 12 Td (right one) Tj"
                        + " 0 -12 Td (right two) Tj ET"));
        all.put(
                "spacing",
                page("BT /F 12 Tf 2 Tc 10 Tw 50 500 Td (spaced words here) Tj 0 Tc 0 Tw 40 Tz 0 -20 Td"
                        + " (narrow words) Tj 100 Tz 5 Ts (up) Tj -5 Ts (down) Tj 0 Ts 1 Tr ( outline) Tj ET"));
        all.put(
                "matrices",
                page("q 2 0 0 2 10 10 cm BT /F 6 Tf 1 0 0 1 30 300 Tm (twice) Tj ET Q BT /F 12 Tf"
                        + " 0.7 0.7 -0.7 0.7 200 200 Tm (turned by) Tj ( an eighth) Tj 0 1 -1 0 400 100 Tm (upwards) Tj"
                        + " -1 0 0 1 300 50 Tm (mirrored) Tj ET"));
        all.put("twice for bold", page("BT /F 12 Tf 50 700 Td (bold) Tj 0.2 0 Td (bold) Tj ET"));
        all.put(
                "actual text",
                page("BT /F 12 Tf 50 700 Td /Span<</ActualText(meant)>>BDC (shown) Tj EMC (after) Tj"
                        + " /P BMC (marked) Tj EMC EMC /Span /None BDC (plain) Tj EMC ET"));
        all.put(
                "what operators lack",
                page("Q Q cm Tf /F Tf /F (x) Tf BT /F 12 Tf Td 1 Td (a) (b) Td Tm 1 0 0 Tm Tj"
                        + " (one) Tj /X Tj [[(nested)] /N (two)] TJ TJ TL (x) TL Tc Tw Tz Ts TD (3) TD \" 1 (x) \" gs /No gs Do"
                        + " /No Do BDC BMC EMC ET (outside) Tj 1 0 0 1 9 9 Tm (still) Tj /G 5 Tf BT (no font) Tj ET"));
        all.put("right to left", page("BT /U 12 Tf 50 700 Td <0102030420414220313233> Tj ET"));
        all.put("accents beside letters", page("BT /U 12 Tf 50 700 Td <65> Tj -6 0 Td <05> Tj 40 0 Td <06> Tj ET"));
        for (int turn : new int[] {90, 180, 270}) {
            all.put(
                    "page turned by " + turn,
                    document(
                            "/Rotate " + turn,
                            "BT /F 12 Tf 50 700 Td (turned page) Tj 0 -14 Td (its line) Tj ET",
                            List.of()));
        }
        all.put(
                "cropped",
                document(
                        "/CropBox[30 40 400 500]",
                        "BT /F 12 Tf 50 300 Td (inside) Tj 900 0 Td (out) Tj ET",
                        List.of()));
        all.put(
                "articles",
                document(
                        "/B[9 0 R 10 0 R]",
                        "BT /F 12 Tf 300 700 Td (second) Tj -250 0 Td (first) Tj ET",
                        List.of(
                                "<</T 9 0 R/R[40 600 200 790]/N 10 0 R/V 10 0 R>>",
                                "<</R[290 600 500 790]/N 9 0 R/V 9 0 R>>")));
    }

    private static void structures(Map<String, byte[]> all) {
        String text = "BT /F 10 Tf 20 20 Td (in a form) Tj ET";
        all.put(
                "forms",
                document(
                        "/Extra 0",
                        "BT /F 12 Tf 50 700 Td (before) Tj ET q 1 0 0 1 30 400 cm /A Do Q /B Do /C Do"
                                + " /E Do BT /F 12 Tf 50 90 Td (after) Tj ET",
                        List.of(
                                stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Matrix[2 0 0 2 5 5]", text),
                                stream(
                                        "/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>/Resources<</Font<</F 5 0 R>>>>",
                                        text),
                                stream("/Subtype/Form/BBox[0 0 9 9]/Resources<<>>", text + " q q (left open"))));
        all.put(
                "a form that draws itself",
                document(
                        "/Extra 0",
                        "/A Do",
                        List.of(stream("/Subtype/Form/BBox[0 0 9 9]", "1 0 0 1 1 9 cm " + text + " /A Do"))));
        all.put("a font of the graphics state", page("/G gs BT 50 700 Td (by gs) Tj ET"));
        all.put(
                "broken data",
                document(
                        "/Contents 9 0 R",
                        "",
                        List.of(stream(
                                "/Filter/FlateDecode",
                                deflated(latin("BT /F 12 Tf 50 700 Td (all) Tj ET"))
                                        .substring(0, 20)))));
        all.put(
                "contents in pieces",
                document(
                        "/Contents[9 0 R 10 0 R]",
                        "",
                        List.of(stream("", "BT /F 12 Tf 50 700 Td (first"), stream("", "half) Tj ET"))));
    }

    private static void standardFonts(Map<String, byte[]> all) {
        for (String name :
                List.of("Helvetica", "Times-BoldItalic", "Courier", "Symbol", "ZapfDingbats", "ArialMT", "Unheard")) {
            for (String encoding : List.of(
                    "",
                    "/Encoding/WinAnsiEncoding",
                    "/Encoding/MacRomanEncoding",
                    "/Encoding<</Differences[65/a1/alpha/fi 97/nbspace/sfthyphen/uni0416/g17/Euro]>>",
                    "/Encoding/Nowhere/FirstChar 60/LastChar 70/Widths[500 0 300 (x) 700]")) {
                all.put(
                        name + " " + encoding,
                        withFont("<</Type/Font/Subtype/Type1/BaseFont/" + name + encoding + ">>"));
            }
        }
        for (String kind : List.of("/TrueType", "/MMType1", "/Strange", "/CIDFontType2")) {
            all.put("Helvetica as " + kind, withFont("<</Type/Font/Subtype" + kind + "/BaseFont/Helvetica>>"));
        }
        for (String more : List.of(
                "/FontBBox[0 -200 1000 900]/CapHeight 700",
                "/FontBBox[0 0 0 0]/CapHeight 5000/Ascent 900/Descent -200",
                "/FontBBox[0 -65000 1000 900]/MissingWidth 333",
                "/FontBBox[0 0 9 9]/Flags 4")) {
            all.put(
                    "described " + more,
                    document(
                            "/Extra 0",
                            SHOWN,
                            List.of("<</Type/FontDescriptor/FontName/X" + more + ">>"),
                            "<</Type/Font/Subtype/Type1/BaseFont/X/FirstChar 65/LastChar 66/Widths[600 400]/FontDescriptor 9 0 R>>"));
        }
    }

    private static final String SHOWN =
            "BT /F 14 Tf 50 700 Td (AB fi ABa b) Tj [(A)-300(B)-50(a)] TJ 0 -16 Td <41427F80A0ADC4FF0020> Tj ET";

    private static void embeddedFonts(Map<String, byte[]> all) {
        String type1 = PdfFontSample.type1();
        String cff = PdfFontSample.compact();
        for (String more : List.of(
                "",
                "/FirstChar 65/LastChar 66/Widths[600 400]",
                "/Encoding/WinAnsiEncoding",
                "/Encoding<</Differences[66/A/seven/space]>>",
                "/ToUnicode 11 0 R",
                "/FirstChar 32/LastChar 32/Widths[0]")) {
            for (String box : List.of("/FontBBox[0 -200 1000 900]", "/Flags 4")) {
                all.put(
                        "Type 1 " + more + box,
                        program(
                                more,
                                box + "/FontFile 10 0 R",
                                stream("/Length1 " + type1.indexOf("eexec") + "/Length2 99999", type1)));
                all.put(
                        "compact " + more + box,
                        program(more, box + "/FontFile3 10 0 R", stream("/Subtype/Type1C", cff)));
            }
        }
        all.put(
                "Type 1, damaged",
                program("", "/FontFile 10 0 R", stream("/Length1 9/Length2 9", "%!nothing of a font")));
        all.put("Type 1, empty", program("", "/FontFile 10 0 R", stream("/Length1 9/Length2 9", "")));
        all.put("compact, damaged", program("", "/FontFile3 10 0 R", stream("/Subtype/Type1C", cff.substring(0, 40))));
        all.put("compact, empty", program("", "/FontFile3 10 0 R", stream("/Subtype/Type1C", "")));
        all.put(
                "Type 3",
                document(
                        "/Extra 0",
                        SHOWN,
                        List.of(stream("", "600 0 d0 0 0 5 5 re f"), stream("", "0 0 m")),
                        "<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 65/LastChar 66"
                                + "/Widths[6 4]/CharProcs<</A 9 0 R/B 10 0 R>>/Encoding<</Differences[65/A/B/Zcaron]>>>>"));
        all.put(
                "Type 3 without widths",
                document(
                        "/Extra 0",
                        SHOWN,
                        List.of(stream("", "6 0 d0 0 0 5 5 re f"), stream("", "0 0 m")),
                        "<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[.1 0 0 .1 0 0]"
                                + "/CharProcs<</A 9 0 R>>/Encoding<</Differences[65/A]>>>>"));
    }

    private static void compositeFonts(Map<String, byte[]> all) {
        String shown =
                "BT /F 14 Tf 50 700 Td <00410042> Tj <0020> Tj [<0041>-300<3042>] TJ 0 -16 Td <8341834200200041> Tj ET";
        for (String kind : List.of("/CIDFontType0", "/CIDFontType2", "/Type1")) {
            for (String encoding :
                    List.of("/Identity-H", "/Identity-V", "/UniJIS-UCS2-H", "/90ms-RKSJ-V", "/Nowhere", "12 0 R")) {
                for (String system : List.of("Identity", "Japan1")) {
                    String descendant =
                            "<</Type/Font/Subtype" + kind + "/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering("
                                    + system
                                    + ")/Supplement 0>>/DW 700/W[1[500 600]34 40 550]/DW2[800 -900]/W2[34[-700 250 800]]"
                                    + "/FontDescriptor 10 0 R>>";
                    String compact =
                            kind.equals("/CIDFontType0") && encoding.equals("/Identity-H") ? "/FontFile3 13 0 R" : "";
                    for (String unicode :
                            encoding.equals("/Identity-H") ? List.of("", "/ToUnicode 11 0 R") : List.of("")) {
                        all.put(
                                "composite " + kind + encoding + system + unicode,
                                document(
                                        "/Extra 0",
                                        shown,
                                        List.of(
                                                descendant,
                                                "<</Type/FontDescriptor/FontName/X/FontBBox[0 -100 1000 880]" + compact
                                                        + ">>",
                                                UNICODE,
                                                stream("/CMapName/Own", CODES),
                                                stream("/Subtype/CIDFontType0C", PdfFontSample.compact())),
                                        "<</Type/Font/Subtype/Type0/BaseFont/X/DescendantFonts[9 0 R]/Encoding"
                                                + (encoding.startsWith("/") ? encoding : " " + encoding) + unicode
                                                + ">>"));
                    }
                }
            }
        }
        all.put(
                "composite without descendant",
                withFont("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H>>"));
    }

    private static final String UNICODE = stream(
            "",
            "/CIDInit/ProcSet findresource begin begincmap /CMapName/U def"
                    + " 1 begincodespacerange <0000><FFFF> endcodespacerange 1 beginbfrange <0041><0044><0416> endbfrange"
                    + " 1 beginbfchar <3042><00410301> endbfchar endcmap");
    private static final String CODES =
            "begincmap /CMapName/Own def 1 begincodespacerange <0000><FFFF> endcodespacerange"
                    + " 1 begincidrange <0000><FFFF> 0 endcidrange endcmap";

    private static byte[] program(String more, String descriptor, String program) {
        return document(
                "/Extra 0",
                SHOWN,
                List.of("<</Type/FontDescriptor/FontName/X" + descriptor + ">>", program, UNICODE),
                "<</Type/Font/Subtype/Type1/BaseFont/X/FontDescriptor 9 0 R" + more + ">>");
    }

    private static byte[] withFont(String font) {
        return document("/Extra 0", SHOWN, List.of(), font);
    }

    private static byte[] page(String content) {
        return document("/Extra 0", content, List.of());
    }

    private static byte[] document(String ofPage, String content, List<String> more) {
        return document(ofPage, content, more, HELVETICA);
    }

    /** Objects from 9 on are {@code more}; of these, 9 to 12 can be drawn as forms A, B, C and E. */
    private static byte[] document(String ofPage, String content, List<String> more, String font) {
        List<String> objects = new ArrayList<>(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]"
                        + (ofPage.startsWith("/Contents") ? "" : "/Contents 4 0 R") + "/Resources 8 0 R" + ofPage
                        + ">>",
                stream("", content),
                font,
                "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding<</Differences[1/afii57664/afii57665/afii57666"
                        + "/afii57667/acute/dieresiscmb]>>>>",
                "<</Type/ExtGState/Font[5 0 R 12]>>",
                "<</Font<</F 5 0 R/U 6 0 R>>/ExtGState<</G 7 0 R>>/XObject<</A 9 0 R/B 10 0 R/C 11 0 R/E 12 0 R>>>>"));
        objects.addAll(more);
        return pdf(objects);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
