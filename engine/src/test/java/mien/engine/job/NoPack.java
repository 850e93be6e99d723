package mien.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import mien.engine.edit.EditException;
import mien.engine.edit.Pack;

/** A pack of nothing, for runs that load no network. */
record NoPack() implements Pack {

    @Override
    public String id() {
        return "none";
    }

    @Override
    public Path file(String role) {
        throw new EditException("no file");
    }

    @Override
    public JsonNode section(String name) {
        return MissingNode.getInstance();
    }
}
