package smeta.price;

/** Something that a person should know about a number, with a stable code for programs. */
public record Note(String code, String text) {}
