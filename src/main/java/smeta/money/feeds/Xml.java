package smeta.money.feeds;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML that was fetched: bytes, so that the declared encoding counts; no DTD, no entity of anybody else's. */
final class Xml {
    private static final int LONGEST_DECLARATION = 200;

    private Xml() {}

    interface Handler {
        void element(XMLStreamReader reader) throws XMLStreamException;
    }

    /** @throws IllegalArgumentException if it isn't well-formed, has a DTD, or its root has another name */
    static void read(byte[] bytes, String root, Handler handler) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean first = true;
        try {
            XMLStreamReader reader = reader(factory, bytes);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new IllegalArgumentException("expected rates as XML, found a document type, as HTML has it");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (first && !reader.getLocalName().equals(root)) {
                        throw new IllegalArgumentException("expected rates as XML with the root “" + root + "”, found “"
                                + reader.getLocalName() + "”");
                    }
                    first = false;
                    handler.element(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("expected rates as XML, found something else", e);
        }
    }

    private static XMLStreamReader reader(XMLInputFactory factory, byte[] bytes) throws XMLStreamException {
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.US_ASCII);
        int end = head.indexOf("?>");
        return head.startsWith("<?xml")
                        && end > 0
                        && head.substring(0, end).toLowerCase(Locale.ROOT).contains(Windows1251.NAME)
                ? factory.createXMLStreamReader(new StringReader(Windows1251.text(bytes)))
                : factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }
}
