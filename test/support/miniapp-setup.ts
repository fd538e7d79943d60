import { configure } from '@testing-library/react'

// A busy machine needs longer to show what a test waits for; one that never comes still fails.
configure({ asyncUtilTimeout: 5000 })
