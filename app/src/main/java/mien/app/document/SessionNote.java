package mien.app.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mien.app.text.Saying;
import mien.engine.picture.ContentHash;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * A session inside an exported picture: the document's text, and its pictures where they are to
 * travel along. Without them it tells how the picture was made; with them it can be restored.
 *
 * @param json the text to carry, one JSON object of the format {@code mien-session}
 */
public record SessionNote(String json) {

    private static final String FORMAT = "mien-session";
    private static final int LONGEST = 64 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Which pictures travel along. */
    public enum Carry {
        /** All but results, which can be made again: the session can be restored from the note. */
        SOURCES,
        /** None: only what was chosen. For copies that are given away. */
        NOTHING
    }

    /** The note of a document; results and starred versions stay behind. */
    public static SessionNote of(DocumentState state, Carry carry) {
        PackedAssets assets = new PackedAssets();
        DocumentState bare =
                new DocumentState(
                        state.name(),
                        state.picture(),
                        state.edits().stream().map(e -> e.withResult(Optional.empty())).toList(),
                        state.active(),
                        List.of(),
                        View.FITTED);
        ObjectNode note = JSON.createObjectNode().put("format", FORMAT);
        note.set("document", DocumentJson.write(bare, assets));
        ObjectNode carried = note.putObject("carried");
        if (carry == Carry.SOURCES) {
            for (Map.Entry<String, Supplier<byte[]>> part : assets.files().entrySet()) {
                byte[] png = part.getValue().get();
                carried.put(part.getKey(), Base64.getEncoder().encodeToString(png));
            }
        }
        try {
            return new SessionNote(JSON.writeValueAsString(note));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was built as JSON can be written", e);
        }
    }

    /** Whether a text found in a picture is such a note and holds enough to be restored. */
    public boolean restorable() {
        if (json.length() > LONGEST) {
            return false;
        }
        try {
            JsonNode note = JSON.readTree(json);
            String picture = note.path("document").path("picture").asText();
            return FORMAT.equals(note.path("format").textValue())
                    && ContentHash.isHash(picture)
                    && note.path("carried").has(PackedAssets.pictureFile(picture));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /**
     * The document as it was when the picture was exported, without results.
     *
     * @throws DocumentException if the note holds too little or is damaged
     */
    public DocumentState restored() {
        if (!restorable()) {
            throw new DocumentException(Saying.of("failure.session.none"));
        }
        try {
            JsonNode note = JSON.readTree(json);
            return DocumentJson.read(note.path("document"), new Carried(note.path("carried")))
                    .state();
        } catch (JsonProcessingException | Malformed | IllegalArgumentException e) {
            throw new DocumentException(
                    Saying.of(
                            "failure.session.damaged",
                            e instanceof Malformed m ? m.what() : Saying.of("damage.text")),
                    e);
        }
    }

    private record Carried(JsonNode parts) implements Assets.Source {

        @Override
        public Picture picture(String hash) {
            return Png.picture(png(PackedAssets.pictureFile(hash)), hash);
        }

        @Override
        public Mask mask(String hash) {
            return Png.mask(png(PackedAssets.maskFile(hash)), hash);
        }

        private byte[] png(String name) {
            String text = parts.path(name).asText();
            if (text.isEmpty()) {
                throw new Malformed("damage.no-part", name);
            }
            return Base64.getDecoder().decode(text);
        }
    }
}
