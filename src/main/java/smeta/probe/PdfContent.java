package smeta.probe;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.DataFormatException;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Follows the operators of pages and forms that place text, and leaves out all that paints: colours, lines, clipping,
 * pictures. Operands that are missing or of a wrong type leave an operator without effect, as in PDFBox's text reader.
 */
final class PdfContent {
    private static final int DEEPEST = 50;

    /** Who is told what is read. */
    interface Reader {
        /** Before each operator, known or not; may end the reading with an unchecked exception. */
        void operator();

        void character(TextPosition position);

        void beginMarkedContentSequence(@Nullable COSName tag, @Nullable COSDictionary properties);

        void endMarkedContentSequence();
    }

    private final Reader reader;
    private final PdfFonts fonts = new PdfFonts();
    private final PdfGlyphs glyphs;
    private Deque<PdfState> states = new ArrayDeque<>();
    private @Nullable PDResources resources;
    private int depth;

    PdfContent(Reader reader) {
        this.reader = reader;
        this.glyphs = new PdfGlyphs(fonts, reader);
    }

    /** @throws IOException if a stream or a font can't be read */
    void read(PDPage page) throws IOException {
        glyphs.turnTo(page);
        fonts.turnPage();
        states = new ArrayDeque<>();
        states.push(new PdfState());
        resources = null;
        stream(page);
    }

    /** Follows a stream; a form without resources has those of who draws it. */
    private void stream(PDContentStream stream) throws IOException {
        Deque<PdfState> outerStates = states;
        PDResources outerResources = resources;
        PDResources own = stream.getResources();
        if (own != null) {
            resources = own;
        } else if (resources == null) {
            resources = new PDResources();
        }
        states = new ArrayDeque<>();
        states.push(outerStates.element().copy());
        state().page.concatenate(stream.getMatrix());
        try {
            PDFStreamParser parser = new PDFStreamParser(stream);
            List<COSBase> operands = new ArrayList<>();
            for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                if (token instanceof Operator operator) {
                    follow(operator.getName(), operands);
                    operands.clear();
                } else {
                    operands.add((COSBase) token);
                }
            }
        } finally {
            states = outerStates;
            resources = outerResources;
        }
    }

    private PdfState state() {
        return states.element();
    }

    private void follow(String operator, List<COSBase> operands) throws IOException {
        reader.operator();
        try {
            switch (operator) {
                case OperatorName.SAVE -> states.push(state().copy());
                case OperatorName.RESTORE -> restore();
                case OperatorName.CONCAT -> concatenate(operands);
                case OperatorName.DRAW_OBJECT -> draw(operands);
                case OperatorName.SET_GRAPHICS_STATE_PARAMS -> parameters(operands);
                case OperatorName.BEGIN_MARKED_CONTENT ->
                    reader.beginMarkedContentSequence(PdfOperands.lastName(operands), null);
                case OperatorName.BEGIN_MARKED_CONTENT_SEQ -> mark(operands);
                case OperatorName.END_MARKED_CONTENT -> reader.endMarkedContentSequence();
                default -> followText(operator, operands);
            }
        } catch (IOException e) {
            // a form that can't be read, or data that ends early: what was read before them counts
            if (!operator.equals(OperatorName.DRAW_OBJECT) && !(e.getCause() instanceof DataFormatException)) {
                throw e;
            }
        }
    }

    private void followText(String operator, List<COSBase> operands) throws IOException {
        switch (operator) {
            case OperatorName.BEGIN_TEXT -> setText(new Matrix(), new Matrix());
            case OperatorName.END_TEXT -> setText(null, null);
            case OperatorName.SET_FONT_AND_SIZE -> setFont(operands);
            case OperatorName.SET_CHAR_SPACING ->
                state().characterSpacing = PdfOperands.number(operands, operands.size() - 1, state().characterSpacing);
            case OperatorName.SET_WORD_SPACING ->
                state().wordSpacing = PdfOperands.number(operands, 0, state().wordSpacing);
            case OperatorName.SET_TEXT_HORIZONTAL_SCALING ->
                state().scaling = PdfOperands.number(operands, 0, state().scaling);
            case OperatorName.SET_TEXT_LEADING -> state().leading = PdfOperands.number(operands, 0, state().leading);
            case OperatorName.SET_TEXT_RISE -> state().rise = PdfOperands.number(operands, 0, state().rise);
            case OperatorName.SET_MATRIX -> {
                Matrix matrix = PdfOperands.matrix(operands);
                if (matrix != null) {
                    setText(matrix, matrix.clone());
                }
            }
            case OperatorName.MOVE_TEXT -> move(operands);
            case OperatorName.MOVE_TEXT_SET_LEADING -> {
                if (operands.size() > 1 && operands.get(1) instanceof COSNumber y) {
                    follow(OperatorName.SET_TEXT_LEADING, List.of(new COSFloat(-y.floatValue())));
                    follow(OperatorName.MOVE_TEXT, operands);
                }
            }
            case OperatorName.NEXT_LINE ->
                follow(OperatorName.MOVE_TEXT, List.of(COSFloat.ZERO, new COSFloat(-state().leading)));
            case OperatorName.SHOW_TEXT -> show(operands);
            case OperatorName.SHOW_TEXT_ADJUSTED -> showAdjusted(operands);
            case OperatorName.SHOW_TEXT_LINE -> {
                follow(OperatorName.NEXT_LINE, List.of());
                follow(OperatorName.SHOW_TEXT, operands);
            }
            case OperatorName.SHOW_TEXT_LINE_AND_SPACE -> {
                if (operands.size() > 2) {
                    follow(OperatorName.SET_WORD_SPACING, operands.subList(0, 1));
                    follow(OperatorName.SET_CHAR_SPACING, operands.subList(1, 2));
                    follow(OperatorName.SHOW_TEXT_LINE, operands.subList(2, 3));
                }
            }
            default -> {}
        }
    }

    private void restore() {
        if (states.size() > 1) {
            states.pop();
        }
    }

    private void concatenate(List<COSBase> operands) {
        Matrix matrix = PdfOperands.matrix(operands);
        if (matrix != null) {
            state().page.concatenate(matrix);
        }
    }

    private void draw(List<COSBase> operands) throws IOException {
        COSName name = PdfOperands.name(operands);
        PDResources from = resources;
        if (name == null
                || from == null
                || from.isImageXObject(name)
                || !(from.getXObject(name) instanceof PDFormXObject form)) {
            return;
        }
        depth++;
        try {
            boolean isEmpty = !(form instanceof PDTransparencyGroup)
                    && form.getCOSObject().getLength() <= 0;
            if (depth <= DEEPEST && !isEmpty) {
                stream(form);
            }
        } finally {
            depth--;
        }
    }

    /** Of an external graphics state only the font bears on text. */
    private void parameters(List<COSBase> operands) throws IOException {
        COSName name = PdfOperands.name(operands);
        PDExtendedGraphicsState found = name == null || resources == null ? null : resources.getExtGState(name);
        COSArray setting = found == null ? null : found.getCOSObject().getCOSArray(COSName.FONT);
        if (setting != null) {
            state().font = setting.getObject(0) instanceof COSDictionary font ? fonts.of(font) : null;
            if (setting.getObject(1) instanceof COSNumber size) {
                state().size = size.floatValue();
            }
        }
    }

    private void mark(List<COSBase> operands) {
        COSName tag = PdfOperands.name(operands);
        if (tag == null || operands.size() < 2) {
            return;
        }
        if (operands.get(1) instanceof COSDictionary properties) {
            reader.beginMarkedContentSequence(tag, properties);
        } else if (operands.get(1) instanceof COSName name && resources != null) {
            PDPropertyList properties = resources.getProperties(name);
            if (properties != null) {
                reader.beginMarkedContentSequence(tag, properties.getCOSObject());
            }
        }
    }

    private void setText(@Nullable Matrix text, @Nullable Matrix line) {
        state().text = text;
        state().line = line;
    }

    private void setFont(List<COSBase> operands) throws IOException {
        COSName name = PdfOperands.name(operands);
        if (name != null && operands.size() > 1 && operands.get(1) instanceof COSNumber size) {
            state().size = size.floatValue();
            COSDictionary all =
                    resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
            COSBase font = all == null ? null : all.getDictionaryObject(name);
            state().font = font instanceof COSDictionary dictionary ? fonts.of(dictionary) : null;
        }
    }

    private void move(List<COSBase> operands) {
        Matrix line = state().line;
        if (line != null
                && operands.size() > 1
                && operands.get(0) instanceof COSNumber x
                && operands.get(1) instanceof COSNumber y) {
            line.concatenate(new Matrix(1, 0, 0, 1, x.floatValue(), y.floatValue()));
            state().text = line.clone();
        }
    }

    private void show(List<COSBase> operands) throws IOException {
        Matrix text = state().text;
        if (text != null && !operands.isEmpty() && operands.get(0) instanceof COSString string) {
            glyphs.show(state(), text, string.getBytes());
        }
    }

    private void showAdjusted(List<COSBase> operands) throws IOException {
        Matrix text = state().text;
        if (text == null || operands.isEmpty() || !(operands.get(0) instanceof COSArray parts)) {
            return;
        }
        for (COSBase part : parts) {
            if (part instanceof COSNumber thousandths) {
                glyphs.adjust(state(), text, thousandths.floatValue());
            } else if (part instanceof COSString string) {
                glyphs.show(state(), text, string.getBytes());
            }
        }
    }
}
