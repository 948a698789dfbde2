package smeta.media;

/**
 * How many 32 px patches OpenAI lets a picture have, and how long a side; {@link Long#MAX_VALUE} is "no limit".
 */
record PatchLimit(long patches, long maxSide) {
    static final PatchLimit NONE = new PatchLimit(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final double PATCH = 32;

    boolean isNone() {
        return patches == Long.MAX_VALUE;
    }

    /**
     * Patches after shrinking. The published algorithm is in floating point (a square root), and is reproduced in it;
     * whether it cuts or rounds the new sides is not published, hence the choice.
     */
    long count(Pixels size, boolean rounding) {
        double width = size.width();
        double height = size.height();
        if (size.longer() > maxSide) {
            width = (double) (size.width() * maxSide) / size.longer();
            height = (double) (size.height() * maxSide) / size.longer();
        }
        long whole = patches(width, height);
        if (whole <= patches) {
            return whole;
        }
        double scale = Math.sqrt(PATCH * PATCH * patches / (width * height));
        double columns = width * scale / PATCH;
        double rows = height * scale / PATCH;
        if (columns < 1 || rows < 1) {
            // a strip thinner than a patch: the published step would shrink it to nothing
            return patches;
        }
        scale *= Math.min(Math.floor(columns) / columns, Math.floor(rows) / rows);
        return Math.min(patches, patches(side(width * scale, rounding), side(height * scale, rounding)));
    }

    private static double side(double length, boolean rounding) {
        return Math.max(1, rounding ? Math.rint(length) : Math.floor(length));
    }

    private static long patches(double width, double height) {
        return (long) Math.ceil(width / PATCH) * (long) Math.ceil(height / PATCH);
    }
}
