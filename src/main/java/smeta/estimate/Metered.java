package smeta.estimate;

import java.util.List;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.price.Note;
import smeta.token.Precision;

/**
 * A prompt in the quantities of one model.
 *
 * @param tokens      the whole prompt; the items may be wider where a cache boundary falls into them
 * @param longest     of prompts that are counted together, the longest; the limits hold for each
 * @param unsupported what the model can't take, as reason codes
 * @param learnt      what a calibration said because nobody else did
 */
record Metered(
        List<Item> items,
        Count tokens,
        Count longest,
        Precision precision,
        List<String> because,
        boolean bounded,
        List<String> unsupported,
        List<Note> notes,
        List<Estimate.LearntDefault> learnt) {}
