package smeta.probe;

import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** What stands before an operator, where it is of the type that is asked for. */
final class PdfOperands {
    private PdfOperands() {}

    static @Nullable COSName name(List<COSBase> operands) {
        return !operands.isEmpty() && operands.get(0) instanceof COSName name ? name : null;
    }

    static @Nullable COSName lastName(List<COSBase> operands) {
        COSName last = null;
        for (COSBase operand : operands) {
            if (operand instanceof COSName name) {
                last = name;
            }
        }
        return last;
    }

    static float number(List<COSBase> operands, int at, float otherwise) {
        return at >= 0 && at < operands.size() && operands.get(at) instanceof COSNumber number
                ? number.floatValue()
                : otherwise;
    }

    static @Nullable Matrix matrix(List<COSBase> operands) {
        if (operands.size() < 6 || !operands.stream().allMatch(COSNumber.class::isInstance)) {
            return null;
        }
        return new Matrix(
                number(operands, 0, 0),
                number(operands, 1, 0),
                number(operands, 2, 0),
                number(operands, 3, 0),
                number(operands, 4, 0),
                number(operands, 5, 0));
    }
}
