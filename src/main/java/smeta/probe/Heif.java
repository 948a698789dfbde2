package smeta.probe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HEIC and AVIF (ISO 23008-12): the size of the primary item, out of {@code meta/iprp}; its tiles don't matter. */
final class Heif {
    private static final int MOST = 4096;

    private Heif() {}

    static Medium read(Bytes b, Format format) {
        Box meta = Box.find(new Box.Walk(b, 0, b.total()), "meta");
        if (meta == null) {
            return new Medium.Unknown(format + ": it has no meta box", false);
        }
        Box content = new Box("meta", meta.start() + 4, meta.end());
        Box properties = content.path(b, "iprp", "ipco");
        if (properties == null) {
            return new Medium.Unknown(format + ": it has no item properties", false);
        }
        List<Box> all = new ArrayList<>();
        Box.Walk walk = properties.in(b);
        for (Box box = walk.next(); box != null && all.size() < MOST; box = walk.next()) {
            all.add(box);
        }
        Box size = sizeOfPrimary(b, content, all);
        return size == null ? largest(b, all, format) : sized(b, size, format);
    }

    private static @Nullable Box sizeOfPrimary(Bytes b, Box content, List<Box> properties) {
        Box primary = content.find(b, "pitm");
        Box associations = content.path(b, "iprp", "ipma");
        if (primary == null || associations == null) {
            return null;
        }
        long item = b.u8(primary.start()) == 0 ? b.u16(primary.start() + 4) : b.u32(primary.start() + 4);
        boolean wideItem = b.u8(associations.start()) > 0;
        boolean wideIndex = (b.u8(associations.start() + 3) & 1) == 1;
        long entries = b.u32(associations.start() + 4);
        long at = associations.start() + 8;
        for (long entry = 0; entry < entries && at < associations.end(); entry++) {
            long id = wideItem ? b.u32(at) : b.u16(at);
            at += wideItem ? 4 : 2;
            int count = b.u8(at++);
            for (int i = 0; i < count; i++) {
                int index = wideIndex ? b.u16(at) & 0x7FFF : b.u8(at) & 0x7F;
                at += wideIndex ? 2 : 1;
                if (id == item
                        && index >= 1
                        && index <= properties.size()
                        && properties.get(index - 1).type().equals("ispe")) {
                    return properties.get(index - 1);
                }
            }
        }
        return null;
    }

    private static Medium largest(Bytes b, List<Box> properties, Format format) {
        Medium largest = new Medium.Unknown(format + ": it states no size", false);
        long most = 0;
        for (Box box : properties) {
            if (box.type().equals("ispe")
                    && sized(b, box, format) instanceof Medium.Picture picture
                    && picture.width() * picture.height() > most) {
                most = picture.width() * picture.height();
                largest = picture;
            }
        }
        return largest;
    }

    private static Medium sized(Bytes b, Box ispe, Format format) {
        return PictureHeaders.sized(b.u32(ispe.start() + 4), b.u32(ispe.start() + 8), format);
    }
}
