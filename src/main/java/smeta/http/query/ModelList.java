package smeta.http.query;

/** Which of the catalogue's lists a request means. A name is looked for in both. */
public enum ModelList {
    MAIN,
    ALL
}
