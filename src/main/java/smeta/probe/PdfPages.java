package smeta.probe;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Counts the leaves of the page tree, since {@code /Count} is only what the file claims. */
final class PdfPages {
    private PdfPages() {}

    /** How many pages; null if there is no page tree, or if it has more than {@code most}. */
    static @Nullable Integer count(Bytes b, int most) throws IOException {
        try (PdfFile file = PdfFile.open(b)) {
            COSDictionary pages = file.pages();
            return pages == null ? null : leaves(pages, most);
        }
    }

    private static @Nullable Integer leaves(COSDictionary root, int most) {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> open = new ArrayDeque<>();
        open.push(root);
        int pages = 0;
        while (!open.isEmpty()) {
            COSDictionary node = open.pop();
            COSArray kids = node.getCOSArray(COSName.KIDS);
            if (kids == null) {
                if (++pages > most) {
                    return null;
                }
            } else if (seen.add(node)) {
                for (int i = 0; i < kids.size(); i++) {
                    COSBase kid = kids.getObject(i);
                    if (kid instanceof COSDictionary child) {
                        open.push(child);
                    }
                }
                if (open.size() > 4L * most || seen.size() > 4L * most) {
                    return null;
                }
            }
        }
        return pages;
    }
}
