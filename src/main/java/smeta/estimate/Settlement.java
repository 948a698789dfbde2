package smeta.estimate;

import java.util.List;
import smeta.price.Note;

/** The price of a usage that is known. */
public record Settlement(Estimate.Cost cost, List<Note> notes) {}
