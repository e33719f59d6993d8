-- The routes that were ever configured, so that a name keeps its id; addresses carry secrets and stay in the settings.
CREATE TABLE routes.route (
  id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE
);
