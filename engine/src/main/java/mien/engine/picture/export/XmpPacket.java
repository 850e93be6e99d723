package mien.engine.picture.export;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Properties as an XMP packet and back (XMP specification, part 1, section 7.3). The same
 * properties give the same text. What is read is untrusted: no document types, no outside entities.
 */
final class XmpPacket {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String BEGIN =
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
    private static final String END = "<?xpacket end=\"w\"?>";

    private XmpPacket() {}

    static String of(List<XmpField> fields) {
        Set<XmpName.Space> spaces = EnumSet.noneOf(XmpName.Space.class);
        fields.forEach(f -> spaces.add(f.name().space()));
        StringBuilder xml = new StringBuilder(BEGIN);
        xml.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
        xml.append(" <rdf:RDF xmlns:rdf=\"").append(RDF).append("\">\n");
        xml.append("  <rdf:Description rdf:about=\"\"");
        for (XmpName.Space s : spaces) {
            xml.append("\n    xmlns:").append(s.prefix()).append("=\"").append(s.address());
            xml.append('"');
        }
        xml.append(">\n");
        fields.forEach(f -> property(xml, f));
        xml.append("  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n");
        return xml.append(END).toString();
    }

    private static void property(StringBuilder xml, XmpField field) {
        String name = field.name().qualified();
        xml.append("   <").append(name).append('>');
        switch (field.name().shape()) {
            case TEXT -> xml.append(XmlText.escaped(field.values().get(0)));
            case LANGUAGES ->
                    list(xml, "Alt", " xml:lang=\"x-default\"", List.of(field.values().get(0)));
            case BAG -> list(xml, "Bag", "", field.values());
        }
        xml.append("</").append(name).append(">\n");
    }

    private static void list(
            StringBuilder xml, String kind, String attribute, List<String> values) {
        xml.append("<rdf:").append(kind).append('>');
        for (String value : values) {
            xml.append("<rdf:li").append(attribute).append('>');
            xml.append(XmlText.escaped(value)).append("</rdf:li>");
        }
        xml.append("</rdf:").append(kind).append('>');
    }

    /** The properties that Mien knows, in the order of the packet; none if it is not one. */
    static List<XmpField> read(String packet) {
        try {
            DocumentBuilder parser = parser();
            parser.setErrorHandler(new DefaultHandler()); // throws, and prints nothing
            NodeList found =
                    parser.parse(new InputSource(new StringReader(packet)))
                            .getElementsByTagNameNS(RDF, "Description");
            List<XmpField> fields = new ArrayList<>();
            for (Element description : elements(found)) {
                for (Element property : elements(description.getChildNodes())) {
                    field(property).ifPresent(fields::add);
                }
            }
            return fields;
        } catch (SAXException | IOException e) {
            return List.of(); // a broken note is no note
        }
    }

    private static DocumentBuilder parser() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser of Java lacks a safe mode", e);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static Optional<XmpField> field(Element property) {
        NodeList items = property.getElementsByTagNameNS(RDF, "li");
        List<String> values =
                items.getLength() == 0
                        ? List.of(property.getTextContent())
                        : elements(items).stream().map(Node::getTextContent).toList();
        return XmpName.of(property.getNamespaceURI(), property.getLocalName())
                .map(name -> new XmpField(name, values));
    }
}
