-- A module that is no name.
-- ends: error
-- says: require: name must be text

require({})
