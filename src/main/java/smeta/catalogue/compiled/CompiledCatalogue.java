package smeta.catalogue.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Framing;
import smeta.catalogue.Listing;
import smeta.catalogue.Model;
import smeta.catalogue.Source;

/**
 * A catalogue as one file: all names, and each model where its name says. Names are read at once, a model when it is
 * asked for.
 */
public final class CompiledCatalogue {
    private CompiledCatalogue() {}

    /** The same catalogue gives the same bytes. */
    public static byte[] write(Catalogue catalogue) {
        PackedOutput out = new PackedOutput();
        Map<Framing, Integer> framings = new HashMap<>();
        Map<Map<String, Source>, Integer> sources = new HashMap<>();
        List<Integer> places = new ArrayList<>();
        for (Listing listing : catalogue.listings()) {
            int framing = place(out, framings, listing.model().framing(), ModelParts::writeFraming);
            int from = place(out, sources, listing.model().sources(), ModelParts::writeSources);
            places.add(out.position());
            ModelForm.write(out, listing.model(), framing, from);
        }
        int index = out.position();
        out.text(catalogue.version());
        out.number(places.size());
        for (int i = 0; i < places.size(); i++) {
            Listing listing = catalogue.listings().get(i);
            out.text(listing.provider());
            out.text(listing.providerTitle());
            out.text(listing.id());
            out.texts(listing.aliases());
            out.flag(listing.qualifiedOnly());
            out.number(places.get(i));
        }
        return out.file(index);
    }

    /** @throws IllegalArgumentException if it wasn't written by this version of the program */
    static Catalogue read(byte[] bytes) {
        PackedFile file = new PackedFile(bytes);
        SharedParts shared = new SharedParts(file);
        PackedInput in = file.index();
        String version = in.text();
        return Catalogue.of(version, in.list(i -> listing(i, file, shared)));
    }

    /** Where it stands in the file, which has it once. */
    private static <T> int place(PackedOutput out, Map<T, Integer> places, T part, BiConsumer<PackedOutput, T> form) {
        Integer known = places.get(part);
        if (known != null) {
            return known;
        }
        int here = out.position();
        places.put(part, here);
        form.accept(out, part);
        return here;
    }

    private static Listing listing(PackedInput in, PackedFile file, SharedParts shared) {
        return new Listing(in.text(), in.text(), in.text(), in.texts(), in.flag(), model(in.size(), file, shared));
    }

    private static Function<Listing, Model> model(int position, PackedFile file, SharedParts shared) {
        return names -> ModelForm.read(file.at(position), names, shared);
    }
}
