//! Hosts with special behaviour: walls, share pages, sleepers, shorteners.
